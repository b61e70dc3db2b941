import { useState } from 'react'
import { Button, Icon, Select, TextField } from '#controls'
import { isLocked } from '#store'
import { useApp } from '#store/react'
import type { WorkspacePolicy } from '#workspace'
import { policyTypeOptions, policyTypeWords } from './policy-types.ts'
import styles from './policies.module.css'

/** What the chosen policy is: its name, its type, where it is attached. */
export function PolicyBar({ policy }: { readonly policy: WorkspacePolicy }) {
  const setPolicyType = useApp((app) => app.setPolicyType)
  const setLevel = useApp((app) => app.setLevel)
  const removePolicy = useApp((app) => app.removePolicy)
  const [renaming, setRenaming] = useState(false)
  const [attaching, setAttaching] = useState(false)
  const locked = useApp((app) => isLocked(app, policy.name))
  const ofOrganization = policy.type === 'scp' || policy.type === 'rcp'

  return (
    <div className={styles['bar']} role="group" aria-label={`About ${policy.name}`}>
      {locked ? (
        <p className={styles['locked']} role="note">
          <Icon name="lock" size={14} /> Locked by the author: {policyTypeWords[policy.type].name},
          to be read, not changed.
        </p>
      ) : renaming ? (
        <Rename policy={policy} onDone={() => setRenaming(false)} />
      ) : (
        <>
          <Select
            label="Policy type"
            labelHidden
            value={policy.type}
            options={policyTypeOptions}
            onChange={(type) => setPolicyType(policy.name, type)}
          />
          {ofOrganization ? (
            <label className={styles['inline']}>
              Level
              <input
                className={styles['level']}
                value={policy.level ?? ''}
                placeholder="root"
                spellCheck={false}
                onChange={(event) => setLevel(policy.name, event.target.value)}
              />
            </label>
          ) : null}
          {attaching || ofOrganization ? null : (
            <Button look="quiet" onPress={() => setAttaching(true)}>
              {policy.attachedTo
                ? `Attached to ${policy.attachedTo.length}`
                : 'Attached to everyone'}
            </Button>
          )}
          <span className={styles['space']} />
          <Button look="quiet" icon="edit" onPress={() => setRenaming(true)}>
            Rename
          </Button>
          <Button
            look="quiet"
            icon="remove"
            label={`Remove ${policy.name}`}
            onPress={() => removePolicy(policy.name)}
          >
            Remove
          </Button>
        </>
      )}
      {policy.enabled ? null : (
        <p className={styles['left-out']} role="note">
          Left out: {policy.name}. Verdict without it.
        </p>
      )}
      {attaching ? <AttachedTo policy={policy} onDone={() => setAttaching(false)} /> : null}
    </div>
  )
}

function Rename({
  policy,
  onDone,
}: {
  readonly policy: WorkspacePolicy
  readonly onDone: () => void
}) {
  const renamePolicy = useApp((app) => app.renamePolicy)
  const [name, setName] = useState(policy.name)
  const save = () => {
    renamePolicy(policy.name, name)
    onDone()
  }
  return (
    <div className={styles['form']}>
      <TextField
        label="Name of the policy"
        labelHidden
        value={name}
        onChange={setName}
        onSubmit={save}
        onCancel={onDone}
        focusAtFirst
      />
      <Button onPress={save}>Save name</Button>
      <Button look="quiet" onPress={onDone}>
        Cancel
      </Button>
    </div>
  )
}

function AttachedTo({
  policy,
  onDone,
}: {
  readonly policy: WorkspacePolicy
  readonly onDone: () => void
}) {
  const setAttachedTo = useApp((app) => app.setAttachedTo)
  const [text, setText] = useState((policy.attachedTo ?? []).join(', '))
  const save = () => {
    setAttachedTo(
      policy.name,
      text.split(/[\s,]+/).filter((pattern) => pattern !== ''),
    )
    onDone()
  }
  return (
    <div className={styles['form']}>
      <TextField
        label={
          policy.type === 'resource'
            ? 'Resources it is attached to: ARNs, * and ? allowed; empty for all'
            : 'Principals it is attached to: ARNs, * and ? allowed; empty for everyone'
        }
        code
        value={text}
        placeholder="arn:aws:iam::111122223333:role/app"
        onChange={setText}
        onSubmit={save}
        onCancel={onDone}
        focusAtFirst
      />
      <Button onPress={save}>Attach</Button>
      <Button look="quiet" onPress={onDone}>
        Cancel
      </Button>
    </div>
  )
}
