import { useState } from 'react'
import { Button } from '#controls'
import {
  resultsAsCsv,
  resultsAsMarkdown,
  writeCollected,
  type Collected,
  type ResultTable,
} from '#lessons'
import { downloadFile } from '../download-file.ts'
import { Outcome } from '#panels/share/Outcome.tsx'
import { useCopy } from '#panels/share/use-copy.ts'
import { counted } from './take-in.ts'
import styles from './results.module.css'

/** Ways to keep the results, and to forget them. */
export function Keep({
  table,
  collected,
  onForget,
}: {
  readonly table: ResultTable
  readonly collected: Collected
  readonly onForget: () => void
}) {
  const { outcome, copy } = useCopy()
  const [isAsking, setAsking] = useState(false)
  return (
    <section aria-labelledby="keep-results" className={styles['part']}>
      <h3 id="keep-results">Keep them</h3>
      <p>
        The results live in this tab. This sheet can be closed and opened again; closing the tab
        forgets everything that isn’t saved as a file.
      </p>
      <div className={styles['buttons']}>
        <Button icon="copy" onPress={() => copy('Table', resultsAsMarkdown(table))}>
          Copy as Markdown
        </Button>
        <Button icon="copy" onPress={() => copy('Table', resultsAsCsv(table))}>
          Copy as CSV
        </Button>
        <Button
          icon="file"
          onPress={() =>
            downloadFile(
              'class.sidelight-results.json',
              `${JSON.stringify(writeCollected(collected), null, 2)}\n`,
            )
          }
        >
          Save as a file
        </Button>
        {isAsking ? (
          <span className={styles['ask']}>
            Forget {counted(collected.entries.length, 'result')}?
            <Button
              icon="remove"
              onPress={() => {
                setAsking(false)
                onForget()
              }}
            >
              Forget them
            </Button>
            <Button look="quiet" onPress={() => setAsking(false)}>
              Keep them
            </Button>
          </span>
        ) : (
          <Button icon="remove" look="quiet" onPress={() => setAsking(true)}>
            Forget everything…
          </Button>
        )}
      </div>
      <Outcome outcome={outcome} />
    </section>
  )
}
