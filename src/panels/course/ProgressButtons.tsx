import { Button, FileButton } from '#controls'
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
      <FileButton
        label="File with progress"
        look="quiet"
        accept=".json,application/json"
        onChoose={([file]) => {
          if (file) void bring(file)
        }}
      >
        Import progress…
      </FileButton>
      <Button look="quiet" icon="undo" isDisabled={none} onPress={() => onReset(kept)}>
        Reset all
      </Button>
    </div>
  )
}
