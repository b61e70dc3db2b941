import { useEffect, useId, useRef } from 'react'
import { Icon } from '#controls'
import { copyKey } from './clipboard.ts'
import styles from './share.module.css'

/** What became of copying. */
export type CopyOutcome =
  | { readonly kind: 'copied'; readonly words: string; readonly notes?: readonly string[] }
  /** The text waits to be copied by hand; `what` names it: "The link". */
  | { readonly kind: 'refused'; readonly what: string; readonly text: string }
  /** There was nothing to copy. */
  | { readonly kind: 'nothing'; readonly words: string }

/** Says what became of copying; a text that the clipboard did not take is selected. */
export function Outcome({ outcome }: { readonly outcome: CopyOutcome | undefined }) {
  return (
    <div role="status" className={styles['outcome']}>
      {outcome === undefined ? null : outcome.kind === 'refused' ? (
        <Refused what={outcome.what} text={outcome.text} />
      ) : (
        <>
          <p>
            <Icon name={outcome.kind === 'copied' ? 'passed' : 'open'} size={14} /> {outcome.words}
          </p>
          {outcome.kind === 'copied' && outcome.notes && outcome.notes.length > 0 ? (
            <ul className={styles['notes']} aria-label="Not in the command">
              {outcome.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </div>
  )
}

function Refused({ what, text }: { readonly what: string; readonly text: string }) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Where the sheet is just opening, it puts the focus to what asks for it.
    field.current?.setAttribute('autofocus', '')
    field.current?.focus()
    field.current?.select()
  }, [text])
  return (
    <>
      <p>
        <strong>Couldn’t reach the clipboard</strong>
      </p>
      <p id={id}>
        {what} is selected. Press {copyKey}.
      </p>
      <textarea
        ref={field}
        className={styles['code']}
        aria-label={what}
        aria-describedby={id}
        readOnly
        rows={Math.min(6, text.split('\n').length + 1)}
        value={text}
      />
    </>
  )
}
