import { requestSentence } from '#language'
import type { Scenario } from '#workspace'
import styles from './request.module.css'

/** The request as one sentence; its parts lead to their fields. */
export function Sentence({
  scenario,
  within,
}: {
  readonly scenario: Scenario
  /** The id of the element that holds the fields. */
  readonly within: string
}) {
  const goTo = (field: string) => {
    const input = document
      .getElementById(within)
      ?.querySelector<HTMLInputElement>(`[data-field="${field}"] input`)
    input?.focus()
    input?.select()
  }
  return (
    <p className={styles['sentence']}>
      {requestSentence(scenario).map((part, index) =>
        part.is === 'words' || part.text === '' ? (
          <span key={index}>{part.text}</span>
        ) : (
          <button
            key={index}
            type="button"
            className={styles['part']}
            title={part.full ?? part.text}
            aria-label={`${part.text}, edit the ${part.is}`}
            onClick={() => goTo(part.is)}
          >
            {part.text}
          </button>
        ),
      )}
    </p>
  )
}
