import { useRef, useState } from 'react'
import { Button, Icon } from '#controls'
import type { Severity } from '#policy'
import { checkLimits, findings, isChecked, problemCounts, type ProblemCounts } from '#store'
import { useApp } from '#store/react'
import { Problem } from './Problem.tsx'
import { severities, severityLooks } from './severity-looks.ts'
import styles from './problems.module.css'

/** Problems of a policy that are drawn at once; with these mended, the next ones follow. */
const mostShown = 200

/** What there is to know about the policies, each leading to its place, to its page, and to what mends it. */
export function ProblemsPanel() {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const [only, setOnly] = useState<Severity | undefined>(undefined)
  const panel = useRef<HTMLDivElement>(null)

  const unchecked = workspace.policies.filter((policy) => !isChecked(workspace, policy)).length
  const counts = problemCounts({ workspace, facts })
  // A severity that has gone hides nothing any more.
  const shown = only !== undefined && counts[only] > 0 ? only : undefined
  const found = workspace.policies
    .map((policy) => {
      const all = findings({ workspace, facts }, policy)
      return { policy, all, list: all.filter(({ severity }) => severity === (shown ?? severity)) }
    })
    .filter(({ list }) => list.length > 0)

  // The button that was pressed goes with its problem; the focus stays in the list.
  const keepFocus = () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) panel.current?.focus()
    })

  return (
    <div ref={panel} tabIndex={-1} className={styles['panel']}>
      {found.length === 0 ? (
        <p className={styles['none']}>
          {facts.runChecks
            ? 'No problems found.'
            : 'No problems found yet; the checks are loading.'}
        </p>
      ) : (
        <Filter counts={counts} only={shown} onOnly={setOnly} />
      )}
      {found.map(({ policy, all, list }) => (
        <section
          key={policy.name}
          className={styles['policy']}
          aria-label={`Problems of ${policy.name}`}
        >
          <h3 className={styles['title']}>
            {policy.name} <span>{list.length}</span>
          </h3>
          <ul>
            {list.slice(0, mostShown).map((finding, index) => (
              <Problem
                key={index}
                policy={policy}
                finding={finding}
                findings={all}
                onGone={keepFocus}
              />
            ))}
          </ul>
          {list.length > mostShown ? (
            <p className={styles['none']}>The first {mostShown} are shown.</p>
          ) : null}
        </section>
      ))}
      {unchecked > 0 ? (
        <p className={styles['none']}>
          {unchecked === 1 ? '1 policy isn’t' : `${unchecked.toLocaleString('en')} policies aren’t`}{' '}
          checked: only the first {checkLimits.policies} are, of up to {checkLimits.statements}{' '}
          statements and {checkLimits.characters.toLocaleString('en')} characters.
        </p>
      ) : null}
      <SwitchedOff onGone={keepFocus} />
    </div>
  )
}

/** One severity or all of them. */
function Filter({
  counts,
  only,
  onOnly,
}: {
  readonly counts: ProblemCounts
  readonly only: Severity | undefined
  readonly onOnly: (only: Severity | undefined) => void
}) {
  const present = severities.filter((severity) => counts[severity] > 0)
  if (present.length < 2) return null
  return (
    <div className={styles['filter']} role="group" aria-label="Severities shown">
      <Button look="chip" pressed={only === undefined} onPress={() => onOnly(undefined)}>
        All
      </Button>
      {present.map((severity) => (
        <Button
          key={severity}
          look="chip"
          pressed={only === severity}
          onPress={() => onOnly(only === severity ? undefined : severity)}
        >
          <span className={styles['chip']} data-severity={severity}>
            <Icon name={severityLooks[severity].icon} size={13} />
            {severityLooks[severity].name} {counts[severity]}
          </span>
        </Button>
      ))}
    </div>
  )
}

/** The checks that this workspace does without. */
function SwitchedOff({ onGone }: { readonly onGone: () => void }) {
  const off = useApp((app) => app.workspace.checksOff)
  const setCheckOff = useApp((app) => app.setCheckOff)
  const openCheckPage = useApp((app) => app.openCheckPage)
  if (!off || off.length === 0) return null
  return (
    <section className={styles['policy']} aria-label="Not checked here">
      <h3 className={styles['title']}>Not checked here</h3>
      <ul>
        {off.map((check) => (
          <li key={check} className={styles['off']}>
            <Button look="link" label={`${check}: explain`} onPress={() => openCheckPage(check)}>
              <code>{check}</code>
            </Button>
            <Button
              look="quiet"
              icon="undo"
              label={`Check again: ${check}`}
              onPress={() => {
                setCheckOff(check, false)
                onGone()
              }}
            >
              Check again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
