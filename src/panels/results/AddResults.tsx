import { useEffect, useId, useState } from 'react'
import { Button, FileButton } from '#controls'
import { useAppStore } from '#store/react'
import { takeFiles, takePaste } from './take-into-store.ts'
import styles from './results.module.css'

/** Where results come in: a paste of anything, or files, which can also be dropped anywhere while this is shown. */
export function AddResults({ onSay }: { readonly onSay: (said: readonly string[]) => void }) {
  const store = useAppStore()
  const id = useId()
  const [text, setText] = useState('')

  const add = (paste: string) => {
    onSay(takePaste(store, paste))
    setText('')
  }
  // Dropping has a twin: the button.
  useEffect(() => {
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) void takeFiles(store, files).then(onSay)
    }
    addEventListener('drop', onDrop)
    return () => removeEventListener('drop', onDrop)
  }, [store, onSay])

  return (
    <div className={styles['add']}>
      <p>
        Paste the chat of the class, a mail or a document as it is: the result lines are found in
        it, everything else is ignored. Answers are graded again here. Nothing is sent anywhere.
      </p>
      <label htmlFor={id} className={styles['label']}>
        Text with result lines
      </label>
      <textarea
        id={id}
        className={styles['paste']}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          // Into an empty field nothing else is to come; and megabytes would take the browser seconds to show.
          if (text !== '' || pasted.trim() === '') return
          event.preventDefault()
          add(pasted)
        }}
      />
      <div className={styles['buttons']}>
        <Button
          look={text.trim() === '' ? 'plain' : 'primary'}
          isDisabled={text.trim() === ''}
          onPress={() => add(text)}
        >
          Add results
        </Button>
        <FileButton
          label="Files with results"
          icon="file"
          multiple
          onChoose={(files) => void takeFiles(store, files).then(onSay)}
        >
          Choose files…
        </FileButton>
        <span className={styles['soft']}>
          Result files that learners downloaded, a class that was saved, or your own challenges.
        </span>
      </div>
    </div>
  )
}
