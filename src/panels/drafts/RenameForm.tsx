import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#controls'
import styles from './drafts.module.css'

/** The title as a field: Enter and Save keep it, Escape and Cancel don't. */
export function RenameForm({
  title,
  onDone,
}: {
  readonly title: string
  readonly onDone: (title: string | undefined) => void
}) {
  const [text, setText] = useState(title)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => input.current?.select(), [])
  const done = () => onDone(text === title ? undefined : text)
  return (
    <div className={styles['rename']}>
      <label htmlFor={id} className="visually-hidden">
        Title
      </label>
      <input
        ref={input}
        id={id}
        className={styles['field']}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done()
          else if (event.key === 'Escape') onDone(undefined)
          else return
          // Or Escape would close the whole sheet.
          event.preventDefault()
        }}
      />
      <Button onPress={done}>Save</Button>
      <Button look="quiet" onPress={() => onDone(undefined)}>
        Cancel
      </Button>
    </div>
  )
}
