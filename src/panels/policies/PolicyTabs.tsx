import { Checkbox, TabStrip } from '#controls'
import { findings } from '#store'
import { useApp } from '#store/react'
import { policyTypeWords } from './policy-types.ts'
import styles from './policies.module.css'

/** One tab per policy, with its type, its problems, and whether it takes part. */
export function PolicyTabs({ panelId }: { readonly panelId: string }) {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const selectPolicy = useApp((app) => app.selectPolicy)
  const setEnabled = useApp((app) => app.setEnabled)
  const removePolicy = useApp((app) => app.removePolicy)

  return (
    <TabStrip
      label="Policies"
      look="card"
      panelId={panelId}
      selected={selectedPolicy}
      onSelect={selectPolicy}
      onRemove={removePolicy}
      tabs={workspace.policies.map((policy) => {
        const problems = findings({ workspace, facts }, policy).length
        const { badge, name } = policyTypeWords[policy.type]
        return {
          id: policy.name,
          label: [
            policy.name,
            name,
            ...(problems > 0 ? [problemCount(problems)] : []),
            ...(policy.enabled ? [] : ['left out']),
          ].join(', '),
          before: (
            <span title="Takes part in the evaluation">
              <Checkbox
                label={`${policy.name} takes part`}
                labelHidden
                checked={policy.enabled}
                onChange={(enabled) => setEnabled(policy.name, enabled)}
              />
            </span>
          ),
          title: (
            <>
              <span className={styles['badge']} title={name}>
                {badge}
              </span>
              <span
                className={policy.enabled ? styles['name'] : `${styles['name']} ${styles['out']}`}
                title={policy.name}
              >
                {policy.name}
              </span>
              {problems > 0 ? (
                <span className={styles['count']} title={problemCount(problems)}>
                  {problems}
                </span>
              ) : null}
            </>
          ),
        }
      })}
    />
  )
}

const problemCount = (count: number) => (count === 1 ? '1 problem' : `${count} problems`)
