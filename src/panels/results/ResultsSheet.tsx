import { useMemo, useState } from 'react'
import { Dialog } from '#controls'
import { collect, nothingCollected, type Collected } from '#lessons'
import { useApp, useAppStore } from '#store/react'
import { AddResults } from './AddResults.tsx'
import { Keep } from './Keep.tsx'
import { OneLesson } from './OneLesson.tsx'
import { ResultsTable } from './ResultsTable.tsx'
import { counted } from './take-in.ts'
import { useGraded } from './use-graded.ts'
import styles from './results.module.css'

/**
 * The results of a class: pasted, graded again, and shown as a table. What was collected stays in the bar above the page, so that
 * an answer can be looked at in between; it lives no longer than the tab.
 */
export function ResultsSheet({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore()
  const bar = useApp(({ bars }) => bars.find(({ kind }) => kind === 'results'))
  const collected = bar?.kind === 'results' ? bar.collected : nothingCollected
  const change = (next: Collected) => store.getState().showBar({ kind: 'results', collected: next })
  const { lessons, entries, isDone } = useGraded(collected)
  const [said, setSaid] = useState<readonly string[]>([])
  const table = useMemo(
    () =>
      collect(entries, lessons, {
        apart: new Set(collected.apart),
        together: new Set(collected.together),
      }),
    [entries, lessons, collected.apart, collected.together],
  )
  const isEmpty = collected.entries.length + collected.damaged.length === 0

  return (
    <Dialog title="Collect results" size="full" onClose={onClose}>
      <div className={styles['sheet']}>
        <AddResults onSay={setSaid} />
        <div role="status" className={styles['said']}>
          {said.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {isDone ? null : <p>Grading {counted(collected.entries.length, 'answer')}…</p>}
        </div>
        {collected.damaged.length > 0 ? <Damaged lines={collected.damaged} /> : null}
        {entries.length > 0 ? (
          <>
            <ResultsTable table={table} collected={collected} onChange={change} />
            <OneLesson table={table} />
          </>
        ) : null}
        {isEmpty ? null : (
          <Keep
            table={table}
            collected={collected}
            onForget={() => {
              store.getState().closeBar('results')
              setSaid(['Everything was forgotten.'])
            }}
          />
        )}
      </div>
    </Dialog>
  )
}

/** Lines that look like results and cannot be read: somebody will ask for them. */
function Damaged({ lines }: { readonly lines: readonly string[] }) {
  return (
    <section aria-labelledby="damaged-lines" className={styles['part']}>
      <h3 id="damaged-lines">{counted(lines.length, 'damaged line')}</h3>
      <p className={styles['soft']}>
        They begin like results and don’t read like any, or are files without one. Ask for them
        again.
      </p>
      <ul className={styles['damaged']}>
        {lines.map((line, index) => (
          <li key={index}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
