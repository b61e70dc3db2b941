import { useState } from 'react'
import { Button, Checkbox, Select } from '#controls'
import { takenAs } from '#import'
import { withType } from '#store'
import { useApp, useAppStore } from '#store/react'
import type { ScenarioPrincipal, WorkspacePolicy } from '#workspace'
import { policyTypeOptions } from '../policies/policy-types.ts'
import { firstRequest } from './first-request.ts'
import type { FoundPolicy } from './found-policy.ts'
import { Many } from './Many.tsx'
import { count, shortened } from './open-words.ts'
import styles from './open.module.css'

/** Each is a tab: with more of them at once, nobody finds anything. */
const mostAtOnce = 200

/** The policies that were found: their types can be changed and some left out before they are added or opened. */
export function FoundPolicies({
  found: initial,
  notes,
  title,
  principal,
}: {
  readonly found: readonly FoundPolicy[]
  readonly notes: readonly string[]
  readonly title?: string | undefined
  readonly principal?: ScenarioPrincipal
}) {
  const store = useAppStore()
  const [found, setFound] = useState(initial)
  // Beside a sample that nobody has touched, a person's own policies would be in strange company.
  const isSample = useApp((app) => app.origin.kind === 'sample' && app.workspace === app.asOpened)
  const picked = found.filter((one) => one.picked)
  const policies = picked.map(({ policy }) => withType(policy, policy.type))
  const isTooMuch = policies.length > mostAtOnce

  const change = (index: number, to: Partial<FoundPolicy>) =>
    setFound((all) => all.map((one, at) => (at === index ? { ...one, ...to } : one)))

  const ground = () => {
    const [only, another] = picked
    return only?.ground && !another ? takenAs(only.policy.type, only.ground) : undefined
  }
  const add = () => {
    store.getState().closeLayer()
    store.getState().addPolicies(policies, ground())
  }
  const open = () => {
    const workspace = {
      ...(title === undefined ? {} : { title }),
      policies,
      scenarios: [firstRequest(policies, principal)],
    }
    const words = `Opened: ${title ?? onlyName(policies) ?? count(policies.length, 'policy', 'policies')}`
    store.getState().closeLayer()
    store.getState().openCopy(workspace, [words, ground()].filter(Boolean).join('. '))
  }

  const buttons = [
    { text: 'Add to this workspace', run: add, isDisabled: isTooMuch || policies.length === 0 },
    {
      text: 'Open as a new workspace',
      run: open,
      isDisabled: isTooMuch || (policies.length === 0 && !principal),
    },
  ]

  return (
    <>
      {found.length === 0 ? <p>No policy is attached to it.</p> : null}
      <Many
        label="Policies"
        items={found}
        row={({ policy, ground: why, picked: isPicked }, index) => (
          <FoundRow
            key={index}
            policy={policy}
            ground={why && takenAs(policy.type, why)}
            picked={found.length > 1 ? isPicked : undefined}
            onPick={(next) => change(index, { picked: next })}
            onType={(type) =>
              change(index, { policy: withType(policy, type), ground: { kind: 'chosen' } })
            }
          />
        )}
      />
      <Many
        label="Notes"
        items={notes}
        row={(note, index) => <li key={index}>{shortened(note, 400)}</li>}
      />
      {isTooMuch ? (
        <p role="status">At most {mostAtOnce} policies are added at once. Leave some out.</p>
      ) : null}
      <div className={styles['buttons']}>
        {(isSample ? buttons.toReversed() : buttons).map(({ text, run, isDisabled }, index) => (
          <Button
            key={text}
            look={index === 0 ? 'primary' : 'plain'}
            isDisabled={isDisabled}
            onPress={run}
          >
            {text}
          </Button>
        ))}
      </div>
    </>
  )
}

function onlyName(policies: readonly WorkspacePolicy[]): string | undefined {
  return policies.length === 1 ? policies[0]?.name : undefined
}

function FoundRow({
  policy: { name, type },
  ground,
  picked,
  onPick,
  onType,
}: {
  readonly policy: WorkspacePolicy
  readonly ground: string | undefined
  /** Undefined for the only policy there is. */
  readonly picked: boolean | undefined
  readonly onPick: (picked: boolean) => void
  readonly onType: (type: WorkspacePolicy['type']) => void
}) {
  const short = shortened(name, 80)
  return (
    <li className={styles['policy']}>
      {picked === undefined ? (
        <strong className={styles['name']}>{short}</strong>
      ) : (
        <span className={styles['name']}>
          <Checkbox label={short} checked={picked} onChange={onPick} />
        </span>
      )}
      <Select
        label={picked === undefined ? 'Add as' : `Add ${short} as`}
        labelHidden={picked !== undefined}
        labelBeside
        value={type}
        options={policyTypeOptions}
        onChange={onType}
      />
      {ground === undefined ? null : <p className={styles['ground']}>{shortened(ground)}</p>}
    </li>
  )
}
