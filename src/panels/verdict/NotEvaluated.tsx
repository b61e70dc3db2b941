import { Button, Icon } from '#controls'
import type { VerdictState } from '#store'
import { useApp } from '#store/react'
import { placeInWords } from '../text-place.ts'
import { verdictLooks, verdictNames } from './verdict-words.ts'
import styles from './verdict.module.css'

/** A policy can't be read: where, why, what would mend it, and the verdict before that. */
export function NotEvaluated({
  verdict,
}: {
  readonly verdict: Extract<VerdictState, { readonly kind: 'notEvaluated' }>
}) {
  const setFocus = useApp((app) => app.setFocus)
  const applyFix = useApp((app) => app.applyFix)
  const { policy, finding, old } = verdict
  return (
    <>
      <p className={`${styles['heading']} ${styles['implicit-deny']}`}>
        <Icon name="open" size={20} /> Not evaluated
      </p>
      {finding ? (
        <p className={styles['sentence']}>
          <button
            type="button"
            className={styles['place']}
            onClick={() => setFocus(policy.name, finding.span)}
          >
            {policy.name}, {placeInWords(policy.text, finding.span.start)}
          </button>
          : {finding.message}
        </p>
      ) : (
        <p className={styles['sentence']}>{policy.name} can’t be read as a policy.</p>
      )}
      {finding && finding.fixes.length > 0 ? (
        <div className={styles['buttons']}>
          {finding.fixes.map((fix) => (
            <Button key={fix.title} onPress={() => applyFix(policy.name, fix)}>
              {fix.title}
            </Button>
          ))}
        </div>
      ) : null}
      {old ? (
        <p className={styles['old']}>
          <Icon name={verdictLooks[old.verdict].icon} size={14} />
          <span>
            Last verdict, before this edit: {verdictNames[old.verdict]}{' '}
            <span className={styles['tag']}>old</span>
          </span>
        </p>
      ) : null}
    </>
  )
}
