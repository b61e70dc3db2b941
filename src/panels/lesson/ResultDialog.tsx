import { useId, useRef, useState } from 'react'
import { Button, Dialog, TextField } from '#controls'
import { writeResultFile, writeResultLine, type ResultLine } from '#lessons'
import { gradeOf, type App } from '#store'
import { useApp, useAppStore } from '#store/react'
import { downloadFile } from '../download-file.ts'
import { copyKey, copyText } from '#panels/share/clipboard.ts'
import { linkOf } from '#panels/share/link-of.ts'
import { fileName } from '#panels/share/workspace-file.ts'
import { minutesOf } from './grade-words.ts'
import styles from './lesson.module.css'

/** The result as a line of text, shown before it is copied. Nothing is sent. */
export function ResultDialog({ onClose }: { readonly onClose: () => void }) {
  const name = useApp((app) => app.settings.learner)
  const changeSettings = useApp((app) => app.changeSettings)
  const announce = useApp((app) => app.announce)
  const store = useAppStore()
  const line = useApp(resultLine)
  const [copied, setCopied] = useState<'copied' | 'refused' | undefined>(undefined)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  if (line === undefined) return null

  const copy = async () => {
    const outcome = await copyText(line)
    setCopied(outcome)
    if (outcome === 'refused') field.current?.select()
    else announce('Result copied.')
  }
  const download = () => {
    const app = store.getState()
    const result = resultOf(app)
    if (!result) return
    const file = writeResultFile(result, app.workspace.policies)
    const title = `${result.lesson} ${result.name}`
    downloadFile(`${fileName({ title })}.sidelight.json`, `${JSON.stringify(file, null, 2)}\n`)
  }
  return (
    <Dialog title="Copy my result" onClose={onClose}>
      <div className={styles['start']}>
        <TextField
          label="Name or nickname, kept in this browser"
          value={name}
          onChange={(learner) => {
            setCopied(undefined)
            changeSettings({ learner: learner.slice(0, 60) })
          }}
          onSubmit={() => void copy()}
          focusAtFirst
        />
        <div className={styles['line']}>
          <label htmlFor={id}>The line</label>
          <textarea id={id} ref={field} readOnly rows={5} value={line} spellCheck={false} />
        </div>
        <p className={styles['soft']}>
          Only what stands there is in it. The link holds your policies, without the tests and
          without your drafts. Put the line where your class talks; Sidelight sends nothing.
        </p>
        <div className={styles['steps']}>
          <Button look="primary" icon="copy" onPress={() => void copy()}>
            Copy the line
          </Button>
          <Button icon="file" onPress={download}>
            Download as a file
          </Button>
          <p role="status">
            {copied === 'copied'
              ? 'Copied.'
              : copied === 'refused'
                ? `Couldn’t reach the clipboard. The line is selected. Press ${copyKey}.`
                : ''}
          </p>
        </div>
      </div>
    </Dialog>
  )
}

/** "Sidelight · Ana · 140-mfa-that-means-it · 7/7 · 1 hint · 6 min · https://…" */
function resultLine(app: App): string | undefined {
  const result = resultOf(app)
  return result && writeResultLine(result)
}

function resultOf(app: App): ResultLine | undefined {
  const { exercise, workspace, settings } = app
  const grade = gradeOf(app)
  if (!exercise || !grade) return undefined
  const { title = 'Untitled', lesson } = exercise.lesson
  const { address } = linkOf({ title, policies: workspace.policies, scenarios: [] }, undefined)
  return {
    name: settings.learner,
    lesson: lesson?.id ?? title,
    met: grade.met,
    total: grade.total,
    hints: exercise.hints,
    minutes: minutesOf(exercise.seconds),
    link: address,
  }
}
