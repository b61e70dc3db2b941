import { useId, useState } from 'react'
import { Button, FileButton } from '#controls'
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
  const [text, setText] = useState(() => pastedIn(given))
  const take = (pasted: string) => onTake([{ kind: 'text', text: pasted }])
  return (
    <div className={styles['start']}>
      <p>
        Policies, workspaces, answers of the AWS CLI, CloudFormation templates and Terraform plans,
        in JSON or YAML, up to 5 MB each. Files can also be dropped anywhere on the page.
      </p>
      <FileButton
        label="Files"
        icon="file"
        look="primary"
        multiple
        onChoose={(files) => onTake(files.map((file) => ({ kind: 'file', file })))}
      >
        Choose files…
      </FileButton>
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
