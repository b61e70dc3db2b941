import { Button, Checkbox } from '#controls'
import { lockedPolicies, readRules } from '#lessons'
import { useApp } from '#store/react'
import type { Workspace } from '#workspace'
import styles from './challenge.module.css'

/** Which policies learners can't change, and the way to lock a part of one. */
export function LockBoxes({ challenge }: { readonly challenge: Workspace }) {
  const lockPolicy = useApp((app) => app.lockPolicy)
  const lockSelection = useApp((app) => app.lockSelection)
  const locked = lockedPolicies(readRules(challenge))
  return (
    <>
      <div role="group" aria-label="Locked policies" className={styles['boxes']}>
        {challenge.policies.map(({ name }) => (
          <Checkbox
            key={name}
            label={`Lock ${name}`}
            checked={locked.has(name)}
            onChange={(on) => lockPolicy(name, on)}
          />
        ))}
      </div>
      <Button icon="lock" onPress={lockSelection}>
        Lock selection
      </Button>
      <p className={styles['soft']}>
        Locks the statements that are selected in the editor, or that the caret is in.
      </p>
    </>
  )
}
