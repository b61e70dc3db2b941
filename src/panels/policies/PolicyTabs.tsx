import { Checkbox, Icon, TabStrip } from '#controls'
import { findings, isLocked } from '#store'
import { useApp } from '#store/react'
import { blockAround } from '../block.ts'
import { BlockSteps } from '../BlockSteps.tsx'
import { policyTypeWords } from './policy-types.ts'
import { problemCount } from './problem-count.ts'
import styles from './policies.module.css'

/** As many tabs as are drawn without being felt. */
const mostTabs = 100

/** One tab per policy, with its type, its problems, and whether it takes part. */
export function PolicyTabs({ panelId }: { readonly panelId: string }) {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const exercise = useApp((app) => app.exercise)
  const selectPolicy = useApp((app) => app.selectPolicy)
  const setEnabled = useApp((app) => app.setEnabled)
  const removePolicy = useApp((app) => app.removePolicy)

  const { policies } = workspace
  const at = policies.findIndex(({ name }) => name === selectedPolicy)
  const block = blockAround(policies, at, mostTabs)

  return (
    <>
      <TabStrip
        label="Policies"
        look="card"
        panelId={panelId}
        selected={selectedPolicy}
        onSelect={selectPolicy}
        onRemove={removePolicy}
        tabs={block.items.map((policy) => {
          const problems = findings({ workspace, facts }, policy).length
          const { badge, name } = policyTypeWords[policy.type]
          return {
            id: policy.name,
            label: [
              policy.name,
              name,
              ...(problems > 0 ? [problemCount(problems)] : []),
              ...(policy.enabled ? [] : ['left out']),
              ...(isLocked({ exercise }, policy.name) ? ['locked by the author'] : []),
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
                {isLocked({ exercise }, policy.name) ? <Icon name="lock" size={12} /> : null}
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
      <BlockSteps
        block={block}
        what="policies"
        onGo={(index) => {
          const policy = policies[index]
          if (policy) selectPolicy(policy.name)
        }}
      />
    </>
  )
}
