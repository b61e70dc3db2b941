import { Icon } from '#controls'
import { Layers } from '../verdict/Layers.tsx'
import type { StageWords } from './stage-words.ts'
import styles from './present.module.css'

/** The verdict across the top, and how far the talk is. */
export function VerdictBar({
  words: { heading, sentence, icon, look, layers },
  progress,
}: {
  readonly words: StageWords
  readonly progress: string
}) {
  return (
    <section
      id="verdict"
      aria-labelledby="verdict-name"
      tabIndex={-1}
      className={styles['verdict']}
    >
      <h2 id="verdict-name" className="visually-hidden">
        Verdict
      </h2>
      <p className={`${styles['heading']} ${styles[look]}`}>
        <Icon name={icon} size={36} /> {heading}
      </p>
      <p className={styles['progress']}>{progress}</p>
      <p className={styles['reason']}>{sentence}</p>
      {layers.length > 0 ? <Layers layers={layers} /> : null}
    </section>
  )
}
