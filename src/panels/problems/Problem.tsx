import { Button, Icon } from '#controls'
import type { Finding, Fix } from '#policy'
import { fixAll } from '#store'
import { useApp } from '#store/react'
import type { WorkspacePolicy } from '#workspace'
import { placeInWords } from '../text-place.ts'
import { severityLooks } from './severity-looks.ts'
import styles from './problems.module.css'

/** One finding: what and where, its check's page, and what can be done about it. */
export function Problem({
  policy,
  finding,
  findings,
  onGone,
}: {
  readonly policy: WorkspacePolicy
  readonly finding: Finding
  /** All of the policy, for those of the same kind. */
  readonly findings: readonly Finding[]
  /** The problem was mended or put away. */
  readonly onGone: () => void
}) {
  const setFocus = useApp((app) => app.setFocus)
  const applyFix = useApp((app) => app.applyFix)
  const announce = useApp((app) => app.announce)
  const openCheckPage = useApp((app) => app.openCheckPage)
  const setCheckOff = useApp((app) => app.setCheckOff)
  const { icon, name } = severityLooks[finding.severity]
  const all = fixAll(findings, finding.id)

  const mend = (fix: Fix) => {
    applyFix(policy.name, fix)
    announce(`${fix.title}: done.`)
    onGone()
  }

  return (
    <li className={styles['row']} data-severity={finding.severity}>
      <button
        type="button"
        className={styles['finding']}
        onClick={() => setFocus(policy.name, finding.span)}
      >
        <Icon name={icon} size={14} />
        <span className={styles['severity']}>{name}</span>
        <span className={styles['message']}>{finding.message}</span>
        <span className={styles['place']}>{placeInWords(policy.text, finding.span.start)}</span>
      </button>
      <div className={styles['actions']}>
        {finding.fixes.map((fix) => (
          <Button key={fix.title} look="chip" icon="edit" onPress={() => mend(fix)}>
            <span>
              {fix.title}
              {fix.changesAccess ? (
                <span className={styles['access']}> · changes access</span>
              ) : null}
            </span>
          </Button>
        ))}
        {all ? (
          <Button
            look="chip"
            icon="edit"
            label={`Fix all ${all.count} of this kind: ${finding.id}`}
            onPress={() => mend(all.fix)}
          >
            Fix all {all.count} of this kind
          </Button>
        ) : null}
        <Button
          look="link"
          label={`${finding.id}: explain`}
          onPress={() => openCheckPage(finding.id)}
        >
          <code>{finding.id}</code>
        </Button>
        {finding.id.startsWith('json-') || finding.id === 'internal-error' ? null : (
          <Button
            look="quiet"
            label={`Don’t check this here: ${finding.id}`}
            onPress={() => {
              setCheckOff(finding.id, true)
              onGone()
            }}
          >
            Don’t check this here
          </Button>
        )}
      </div>
    </li>
  )
}
