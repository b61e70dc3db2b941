import { Icon } from '#controls'
import { useExplanation } from './use-explanation.ts'
import styles from './policies.module.css'

/** What the token at the caret means, and what it did in the request on screen. */
export function ExplanationStrip() {
  const explanation = useExplanation()
  const [fact] = explanation?.facts ?? []

  return (
    <div className={styles['explanation']} role="note" aria-label="Explanation">
      <Icon name="suggestion" size={14} />
      {explanation ? (
        <p>
          <strong>{explanation.title}</strong> {explanation.paragraphs.join(' ')}
          {/* The hover has all of them. */}
          {fact ? ` ${fact[0]}: ${fact[1]}.` : null}
          {explanation.link ? (
            <>
              {' '}
              <a href={explanation.link} target="_blank" rel="noreferrer">
                Docs ↗
              </a>
            </>
          ) : null}
        </p>
      ) : (
        <p className={styles['hint']}>
          Place the caret on any part of the policy, and what it means is explained here.
        </p>
      )}
    </div>
  )
}
