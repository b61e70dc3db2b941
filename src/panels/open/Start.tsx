import { useId, useRef, useState } from 'react'
import { Button } from '#controls'
import type { Given } from '#store'
import styles from './open.module.css'

/** More than this is not put back into the field to be mended: a browser takes seconds to show it. */
const mostShown = 100_000

/** Nothing was brought yet, or nothing that can be opened. */
export function Start({
  given,
  onTake,
}: {
  readonly given: readonly Given[]
  readonly onTake: (given: readonly Given[]) => void
}) {
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => pastedIn(given))
  const take = (pasted: string) => onTake([{ kind: 'text', text: pasted }])
  return (
    <div className={styles['start']}>
      <p>
        Policies, workspaces, answers of the AWS CLI, CloudFormation templates and Terraform plans,
        in JSON or YAML, up to 5 MB each. Files can also be dropped anywhere on the page.
      </p>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same file can be chosen again after it was mended.
          currentTarget.value = ''
          if (files.length > 0) onTake(files.map((file) => ({ kind: 'file', file })))
        }}
      />
      <Button icon="file" look="primary" onPress={() => chooser.current?.click()}>
        Choose files…
      </Button>
      <div className={styles['paste']}>
        <label htmlFor={id} className={styles['label']}>
          Or paste text or a link
        </label>
        <textarea
          id={id}
          className={styles['text']}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain')
            // Into an empty field nothing else is to come, so nobody needs to press a button.
            if (text !== '' || pasted.trim() === '') return
            event.preventDefault()
            take(pasted)
          }}
        />
        <Button isDisabled={text.trim() === ''} onPress={() => take(text)}>
          Read it
        </Button>
      </div>
    </div>
  )
}

/** What was pasted last, to be mended. */
function pastedIn(given: readonly Given[]): string {
  const [one] = given
  return one?.kind === 'text' && one.text.length <= mostShown ? one.text : ''
}
