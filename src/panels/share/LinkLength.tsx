import { useEffect, useState } from 'react'
import { Button } from '#controls'
import { useApp, useAppStore } from '#store/react'
import { linkOf } from './link-of.ts'

/** Milliseconds without an edit, after which there is time to pack a link. */
const pause = 500
/** Characters of policies beyond which packing would be felt; the share sheet says the length of such a link. */
const largest = 300_000

/** How long the link to the workspace is, known a moment after the last edit. */
export function LinkLength() {
  const store = useAppStore()
  const openLayer = useApp((app) => app.openLayer)
  const [characters, setCharacters] = useState<number | undefined>(undefined)

  useEffect(() => {
    const measure = () => {
      const { workspace } = store.getState()
      const written = workspace.policies.reduce((sum, { text }) => sum + text.length, 0)
      const fits = written + 200 * workspace.scenarios.length < largest
      setCharacters(fits ? linkOf(workspace, undefined).address.length : undefined)
    }
    let timer = setTimeout(measure)
    const stop = store.subscribe((now, before) => {
      if (now.workspace === before.workspace) return
      clearTimeout(timer)
      timer = setTimeout(measure, pause)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store])

  return characters === undefined ? null : (
    <Button look="quiet" onPress={() => openLayer({ kind: 'share' })}>
      link {characters.toLocaleString('en')} chars
    </Button>
  )
}
