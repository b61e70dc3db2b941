import { Menu } from '#controls'
import { policyTypes } from '#policy'
import { findings } from '#store'
import { useApp } from '#store/react'
import { blockAround, blockInWords } from '../block.ts'
import { policyTypeWords } from './policy-types.ts'
import { problemCount } from './problem-count.ts'
import styles from './policies.module.css'

/** As many as a menu holds without being felt. */
const mostEntries = 100

/** Which policy is on screen, how to go to another, and what can be done with it: one button, on a phone. */
export function PolicyChoice() {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const selectPolicy = useApp((app) => app.selectPolicy)
  const addPolicy = useApp((app) => app.addPolicy)
  const openLayer = useApp((app) => app.openLayer)
  const { policies } = workspace
  const at = policies.findIndex(({ name }) => name === selectedPolicy)
  const policy = policies[at]
  const block = blockAround(policies, at, mostEntries)

  const choose = (id: string) => {
    if (id === 'change') openLayer({ kind: 'policy' })
    else if (id.startsWith('add ')) {
      const type = policyTypes.find((one) => id === `add ${one}`)
      if (type) addPolicy(type)
    } else {
      const chosen = policies[Number(id)]
      if (chosen) selectPolicy(chosen.name)
    }
  }

  return (
    <div className={styles['choice']}>
      <Menu
        text={policy?.name ?? 'Policy'}
        label={`${policy?.name ?? 'Policy'}: choose, add, change policies`}
        groups={[
          ...(policies.length > 0
            ? [
                {
                  title:
                    policies.length > mostEntries ? `Policies ${blockInWords(block)}` : 'Policies',
                  entries: block.items.map((one, row) => {
                    const index = block.start + row
                    const problems = findings({ workspace, facts }, one).length
                    const { name } = policyTypeWords[one.type]
                    return {
                      id: String(index),
                      text: one.name,
                      about: [
                        name,
                        ...(problems > 0 ? [problemCount(problems)] : []),
                        ...(one.enabled ? [] : ['left out']),
                      ].join(', '),
                      chosen: index === at,
                    }
                  }),
                },
              ]
            : []),
          ...(policy
            ? [
                {
                  title: policy.name,
                  entries: [
                    { id: 'change', text: 'Name, type, attachment…', icon: 'edit' as const },
                  ],
                },
              ]
            : []),
          {
            title: 'Add a policy',
            entries: policyTypes.map((type) => ({
              id: `add ${type}`,
              text: policyTypeWords[type].name,
              icon: 'add' as const,
            })),
          },
        ]}
        onChoose={choose}
      />
      {policy ? (
        <span className={styles['which']}>
          <span className={styles['badge']}>{policyTypeWords[policy.type].badge}</span>
          {policies.length > 1 ? `${at + 1} of ${policies.length}` : null}
          {policy.enabled ? null : ' left out'}
        </span>
      ) : null}
    </div>
  )
}
