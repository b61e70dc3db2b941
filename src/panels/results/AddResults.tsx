import { useId, useRef, useState, type DragEvent } from 'react'
import { Button } from '#controls'
import type { Collected } from '#lessons'
import { useAppStore } from '#store/react'
import { textOfFile } from '../open/text-of-file.ts'
import { takeInFile, takeInPaste, type TakenIn } from './take-in.ts'
import styles from './results.module.css'

const mostFiles = 500

/** Where results come in: a paste of anything, or files. */
export function AddResults({
  collected,
  onChange,
  onSay,
}: {
  readonly collected: Collected
  readonly onChange: (collected: Collected) => void
  readonly onSay: (said: readonly string[]) => void
}) {
  const store = useAppStore()
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')

  const take = ({ collected: next, said }: TakenIn) => {
    onChange(next)
    onSay(said)
  }
  const takePaste = (paste: string) => {
    // A challenge on the screen is the trainer's own copy of it.
    const { exercise, workspace } = store.getState()
    const own = [exercise?.lesson, workspace].filter((one) => one?.lesson !== undefined)
    const challenges = [...collected.challenges, ...own.flatMap((one) => one ?? [])]
    take(takeInPaste({ ...collected, challenges }, paste))
    setText('')
  }
  const takeFiles = async (files: readonly File[]) => {
    let all: TakenIn = { collected, said: [] }
    for (const file of files.slice(0, mostFiles)) {
      const read = await textOfFile(file)
      if (read.kind === 'text') {
        const { collected: next } = takeInFile(all.collected, file.name, read.text)
        all = { ...all, collected: next }
      } else all = { ...all, said: [...all.said, `${file.name}: ${read.message}`] }
    }
    const results = all.collected.entries.length - collected.entries.length
    const more = files.length > mostFiles ? [`Only the first ${mostFiles} files were read.`] : []
    take({ ...all, said: [`Files: ${files.length}, results: ${results}.`, ...all.said, ...more] })
  }
  const onDrop = (event: DragEvent) => {
    const files = [...event.dataTransfer.files]
    if (files.length === 0) return
    event.preventDefault()
    void takeFiles(files)
  }

  return (
    // Dropping has a twin: the button.
    <div className={styles['add']} onDrop={onDrop}>
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
          takePaste(pasted)
        }}
      />
      <div className={styles['buttons']}>
        <Button
          look={text.trim() === '' ? 'plain' : 'primary'}
          isDisabled={text.trim() === ''}
          onPress={() => takePaste(text)}
        >
          Add results
        </Button>
        <Button icon="file" onPress={() => chooser.current?.click()}>
          Choose files…
        </Button>
        <span className={styles['soft']}>
          Result files that learners downloaded, a class that was saved, or your own challenges.
        </span>
      </div>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Files with results"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          currentTarget.value = ''
          if (files.length > 0) void takeFiles(files)
        }}
      />
    </div>
  )
}
