import { useEffect, useState } from 'react'
import { allProgress, putProgress, removeProgress, type Progress } from '#storage'

/** What is kept of all lessons, and what can be done with it. */
export interface ProgressList {
  /** Undefined until it is read. */
  readonly kept: readonly Progress[] | undefined
  readonly remove: (list: readonly Progress[]) => void
  readonly undo: () => void
  /** What was removed last, to be put back. */
  readonly removed: readonly Progress[] | undefined
  readonly bring: (list: readonly Progress[] | undefined) => void
  /** What happened last, in words. */
  readonly said: string
}

const refusal = 'This browser refuses storage, so no progress is kept.'

/** Reads what is kept of all lessons, and follows what is done with it. */
export function useProgress(): ProgressList {
  const [kept, setKept] = useState<readonly Progress[] | undefined>(undefined)
  const [removed, setRemoved] = useState<readonly Progress[] | undefined>(undefined)
  const [said, setSaid] = useState('')

  const read = () =>
    allProgress().then(setKept, () => {
      setKept([])
      setSaid(refusal)
    })
  useEffect(() => void read(), [])

  const go = (step: Promise<void>, words: string, gone?: readonly Progress[]) => {
    step.then(
      () => {
        setSaid(words)
        setRemoved(gone)
        void read()
      },
      () => setSaid(refusal),
    )
  }
  return {
    kept,
    removed,
    said,
    remove: (list) => {
      const [only, another] = list
      const words = only && !another ? `Reset: ${only.title}.` : `Reset ${list.length} lessons.`
      go(removeProgress(list.map(({ key }) => key)), words, list)
    },
    undo: () => {
      if (removed) go(putProgress(removed), 'Put back.')
    },
    bring: (list) => {
      if (list)
        go(
          putProgress(list),
          `Imported: ${list.length === 1 ? '1 lesson' : `${list.length} lessons`}.`,
        )
      else setSaid('This file holds no progress. Nothing was changed.')
    },
  }
}
