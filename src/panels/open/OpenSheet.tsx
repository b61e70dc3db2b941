import { useEffect, useState } from 'react'
import { Dialog } from '#controls'
import { failedToRead } from '#import'
import type { Given } from '#store'
import { useApp, useAppStore } from '#store/react'
import { openAtOnce } from './open-found.ts'
import { readAll, type Taken } from './read-given.ts'
import { Result } from './Result.tsx'
import { Start } from './Start.tsx'
import styles from './open.module.css'

const nothing: readonly Given[] = []

/** Opens what somebody brings: files, pasted text or a link. What it was taken for is said before anything is changed. */
export function OpenSheet({
  given = nothing,
  onClose,
}: {
  readonly given?: readonly Given[] | undefined
  readonly onClose: () => void
}) {
  const store = useAppStore()
  const openLayer = useApp((app) => app.openLayer)
  const [result, setResult] = useState<{
    readonly of: readonly Given[]
    readonly taken: readonly Taken[]
  }>()
  const taken = given.length === 0 ? [] : result?.of === given ? result.taken : undefined

  useEffect(() => {
    if (given.length === 0) return
    let isWanted = true
    readAll(given)
      .then((all) => {
        if (isWanted && !openAtOnce(store, all)) setResult({ of: given, taken: all })
      })
      .catch(() => {
        if (isWanted) setResult({ of: given, taken: [{ outcome: failedToRead }] })
      })
    return () => {
      isWanted = false
    }
  }, [given, store])

  return (
    <Dialog title="Open" onClose={onClose}>
      <div className={styles['sheet']} aria-busy={taken === undefined}>
        {taken === undefined ? <p role="status">Reading…</p> : null}
        {taken && taken.length > 0 ? <Result taken={taken} /> : null}
        {taken?.every(({ outcome }) => outcome.kind === 'unreadable') ? (
          <Start given={given} onTake={(next) => openLayer({ kind: 'open', given: next })} />
        ) : null}
      </div>
    </Dialog>
  )
}
