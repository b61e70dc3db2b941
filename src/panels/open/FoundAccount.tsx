import { useState } from 'react'
import { Button, TextField } from '#controls'
import type { AccountPrincipal } from '#import'
import { Many } from './Many.tsx'
import { count, shortened } from './open-words.ts'
import styles from './open.module.css'

/** The users and roles of an account, to choose one. */
export function FoundAccount({
  principals,
  onChoose,
}: {
  readonly principals: readonly AccountPrincipal[]
  readonly onChoose: (arn: string) => void
}) {
  const [text, setText] = useState('')
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  const found = principals.filter(({ kind, arn }) => {
    const searched = `${kind} ${arn}`.toLowerCase()
    return words.every((word) => searched.includes(word))
  })
  return (
    <>
      <TextField label="Find a user or role" value={text} onChange={setText} />
      <p role="status" className={styles['soft']}>
        {words.length > 0 ? `${count(found.length, 'match', 'matches')}.` : ''}
      </p>
      <Many
        key={text}
        label="Users and roles"
        items={found}
        row={({ kind, name, arn }) => (
          <li key={arn} className={styles['workspace']}>
            <span className={styles['name']}>
              {kind} <strong>{shortened(name, 80)}</strong>{' '}
              <code className={styles['soft']}>{shortened(arn, 140)}</code>
            </span>
            <Button label={`Choose ${kind} ${shortened(name, 80)}`} onPress={() => onChoose(arn)}>
              Choose
            </Button>
          </li>
        )}
      />
    </>
  )
}
