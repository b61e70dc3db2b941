import { useEffect } from 'react'
import { useAppStore } from '#store/react'
import { press, toggleAnswer, toggleSteps } from './stage.ts'

/** Where a key is text, or already has a meaning. */
const typing = 'input, textarea, select, [contenteditable="true"], [role="textbox"], .monaco-editor'
const ownKeys =
  '[role="tree"], [role="tablist"], [role="tab"], [role="listbox"], [role="menu"], dialog'

/**
 * The keys of the presenter view. Page Down and Page Up are what clickers send, so they step wherever the focus is, and take it to
 * the verdict, so that the keys after them mean what they mean there; the others leave fields and the editor alone.
 */
export function usePresentKeys({
  onShowCode,
  onLeave,
}: {
  readonly onShowCode: () => void
  readonly onLeave: () => void
}): void {
  const store = useAppStore()
  useEffect(() => {
    const step = (by: 1 | -1) => {
      press(store, by)
      document.getElementById('verdict')?.focus({ preventScroll: true })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      const target = event.target instanceof Element ? event.target : document.body
      const act = actionOf(event.key, target)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    const actionOf = (key: string, target: Element): (() => void) | undefined => {
      if (key === 'PageDown' || key === 'PageUp')
        return () => {
          // A code or a list that is still open has been seen.
          store.getState().closeLayer()
          document.querySelectorAll('dialog').forEach((dialog) => dialog.close())
          step(key === 'PageDown' ? 1 : -1)
        }
      if (target.closest(typing) ?? target.closest(ownKeys)) return undefined
      switch (key) {
        case 'ArrowRight':
          return () => step(1)
        case 'ArrowLeft':
          return () => step(-1)
        case '.':
          return () => toggleAnswer(store.getState())
        case 's':
          return () => toggleSteps(store.getState())
        case 'q':
          return onShowCode
        case 'Escape':
          return onLeave
        default:
          return undefined
      }
    }
    // Before the editor, which scrolls by pages.
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [store, onShowCode, onLeave])
}
