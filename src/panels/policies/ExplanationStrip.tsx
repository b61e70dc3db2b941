import { Icon } from '#controls'
import { explainAt } from '#language'
import { shownDecision, sourceOf } from '#store'
import { useApp } from '#store/react'
import styles from './policies.module.css'

/** What the token at the caret means, and what it did in the request on screen. */
export function ExplanationStrip() {
  const caret = useApp((app) => app.caret)
  const policies = useApp((app) => app.workspace.policies)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const decision = useApp(shownDecision)
  const reference = useApp((app) => app.facts.reference)
  const policy = policies.find(({ name }) => name === selectedPolicy)
  const explanation =
    policy && caret?.policy === policy.name
      ? explainAt(sourceOf(policy), caret.offset, decision, policy.name, reference)
      : undefined
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
