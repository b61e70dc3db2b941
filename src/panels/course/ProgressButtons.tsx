import { useRef } from 'react'
import { Button } from '#controls'
import { progressFile, readProgressFile, type Progress } from '#storage'
import { downloadFile } from '../download-file.ts'
import styles from './course.module.css'

/** Bytes of a file that is read: what a browser keeps of hundreds of lessons is smaller. */
const largest = 8_000_000

/** What can be done with all progress at once. */
export function ProgressButtons({
  kept,
  onReset,
  onBring,
}: {
  readonly kept: readonly Progress[]
  readonly onReset: (list: readonly Progress[]) => void
  /** Undefined: the file held none. */
  readonly onBring: (list: readonly Progress[] | undefined) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const none = kept.length === 0
  const bring = async (file: File) => {
    try {
      const value: unknown = file.size > largest ? undefined : JSON.parse(await file.text())
      onBring(readProgressFile(value))
    } catch {
      onBring(undefined)
    }
  }
  return (
    <div className={styles['buttons']} role="group" aria-label="Progress, kept in this browser">
      <Button
        icon="file"
        isDisabled={none}
        onPress={() =>
          downloadFile('sidelight-progress.json', JSON.stringify(progressFile(kept), undefined, 2))
        }
      >
        Export progress
      </Button>
      <Button look="quiet" onPress={() => input.current?.click()}>
        Import progress…
      </Button>
      <Button look="quiet" icon="undo" isDisabled={none} onPress={() => onReset(kept)}>
        Reset all
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File with progress"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void bring(file)
          // The same file can be chosen again.
          event.target.value = ''
        }}
      />
    </div>
  )
}
