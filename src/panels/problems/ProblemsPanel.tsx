import { Button, Icon, type IconName } from '#controls'
import type { Severity } from '#policy'
import { findings } from '#store'
import { useApp } from '#store/react'
import { placeInWords } from '../text-place.ts'
import styles from './problems.module.css'

const looks: Readonly<Record<Severity, { readonly icon: IconName; readonly name: string }>> = {
  error: { icon: 'error', name: 'Error' },
  security: { icon: 'security', name: 'Security' },
  warning: { icon: 'warning', name: 'Warning' },
  suggestion: { icon: 'suggestion', name: 'Suggestion' },
}

/** What there is to know about the policies, each leading to its place. */
export function ProblemsPanel() {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const found = workspace.policies.map((policy) => ({
    policy,
    list: findings({ workspace, facts }, policy),
  }))
  const setFocus = useApp((app) => app.setFocus)
  const applyFix = useApp((app) => app.applyFix)
  const withProblems = found.filter(({ list }) => list.length > 0)

  if (withProblems.length === 0) return <p className={styles['none']}>No problems found.</p>
  return withProblems.map(({ policy, list }) => (
    <section
      key={policy.name}
      className={styles['policy']}
      aria-label={`Problems of ${policy.name}`}
    >
      <h3 className={styles['title']}>{policy.name}</h3>
      <ul>
        {list.map((finding, index) => {
          const { icon, name } = looks[finding.severity]
          return (
            <li key={index} className={styles['row']} data-severity={finding.severity}>
              <button
                type="button"
                className={styles['finding']}
                onClick={() => setFocus(policy.name, finding.span)}
              >
                <Icon name={icon} size={14} />
                <span className="visually-hidden">{name}: </span>
                <span className={styles['message']}>{finding.message}</span>
                <span className={styles['place']}>
                  {placeInWords(policy.text, finding.span.start)}
                </span>
              </button>
              {finding.fixes.map((fix) => (
                <Button key={fix.title} look="quiet" onPress={() => applyFix(policy.name, fix)}>
                  {fix.title}
                </Button>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
