import './drop-and-paste.css'
import { useEffect } from 'react'
import type { AppStore, Given } from '#store'

/** Opens files that are dropped anywhere on the page, and what is pasted while no field has the focus. */
export function useDropAndPaste(store: AppStore): void {
  useEffect(() => {
    const take = (given: readonly Given[]) => store.getState().openLayer({ kind: 'open', given })
    const page = document.documentElement
    const endOfDrag = () => {
      delete page.dataset['dropping']
    }

    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Otherwise the browser would leave the page for the file, and the editor would take its text in.
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = 'copy'
      page.dataset['dropping'] = ''
    }
    const onDragLeave = (event: DragEvent) => {
      // Out of the window, not from one part of the page to the next.
      if (event.relatedTarget === null) endOfDrag()
    }
    const onDrop = (event: DragEvent) => {
      endOfDrag()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      // Wherever it falls: otherwise the browser would leave the page for it.
      event.preventDefault()
      // Onto the results of a class falls what belongs to them; their sheet takes it.
      if (store.getState().layer?.kind === 'results') return
      event.stopPropagation()
      take(files.map((file) => ({ kind: 'file', file })))
    }
    const onPaste = (event: ClipboardEvent) => {
      const { layer } = store.getState()
      const isCovered = document.querySelector('dialog[open]') !== null && layer?.kind !== 'open'
      if (isCovered || isField(event.target)) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) take(files.map((file) => ({ kind: 'file', file })))
      else if (text.trim() !== '') take([{ kind: 'text', text }])
      else return
      event.preventDefault()
    }

    const signal = new AbortController()
    const early = { capture: true, signal: signal.signal }
    addEventListener('dragenter', onDragOver, early)
    addEventListener('dragover', onDragOver, early)
    addEventListener('dragleave', onDragLeave, early)
    addEventListener('drop', onDrop, early)
    addEventListener('paste', onPaste, { signal: signal.signal })
    return () => {
      endOfDrag()
      signal.abort()
    }
  }, [store])
}

/** Where text is pasted as text. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="textbox"], .monaco-editor',
    ) !== null
  )
}
