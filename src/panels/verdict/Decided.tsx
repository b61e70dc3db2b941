import { Button, Icon } from '#controls'
import { explanationOf, sourcesOf, type VerdictState } from '#store'
import { useApp } from '#store/react'
import { ExpectationRow } from './ExpectationRow.tsx'
import { Layers } from './Layers.tsx'
import { Notes } from './Notes.tsx'
import { OtherRequests } from './OtherRequests.tsx'
import { verdictLooks } from './verdict-words.ts'
import styles from './verdict.module.css'

/** More than anybody reads; the sentence says how many there are. */
const mostStatements = 12

/** A verdict with its reasons. */
export function Decided({
  verdict,
}: {
  readonly verdict: Extract<VerdictState, { readonly kind: 'decided' }>
}) {
  const policies = useApp((app) => app.workspace.policies)
  const setFocus = useApp((app) => app.setFocus)
  const { decision, expectation } = verdict
  const { heading, sentence, statements, layers, nearest, notes } = explanationOf(
    decision,
    sourcesOf(policies),
  )
  const look = verdictLooks[decision.verdict]

  return (
    <>
      <p className={`${styles['heading']} ${styles[look.className]}`}>
        <Icon name={look.icon} size={20} /> {heading}
      </p>
      <p className={styles['sentence']}>{sentence}</p>
      <OtherRequests />
      {statements.length > 0 ? (
        <ul className={styles['chips']} aria-label="Deciding statements">
          {statements.slice(0, mostStatements).map(({ ref, name, policyName, lines, span }) => (
            <li key={`${ref.policy} ${ref.statement}`}>
              <Button look="chip" icon="target" onPress={() => setFocus(ref.policy, span)}>
                <span>
                  {name}{' '}
                  <span className={styles['soft']}>
                    {[policyName, lines].filter(Boolean).join(', ')}
                  </span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Layers layers={layers} />
      {nearest.length > 0 ? (
        <ul className={styles['near']} aria-label="Near misses">
          {nearest.map(({ ref, words, span }) => (
            <li key={`${ref.policy} ${ref.statement}`}>
              <button
                type="button"
                className={styles['line']}
                onClick={() => setFocus(ref.policy, span)}
              >
                <Icon name="nearMiss" size={14} /> <span>{words}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <ExpectationRow expectation={expectation} />
      <Notes notes={notes} />
    </>
  )
}
