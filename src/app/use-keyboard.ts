import { useEffect } from 'react'
import type { Command } from './commands.ts'
import { isKey } from './keys.ts'

// The editor has these itself, with the same meaning, and needs Ctrl+M while it has the focus.
const editorsOwn = ['next-problem', 'previous-problem', 'tab']

/** Runs the command whose key is pressed, wherever the focus is. */
export function useKeyboard(commands: readonly Command[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commands.find(({ key }) => key && isKey(event, key))
      if (!command) return
      const inEditor = event.target instanceof Element && event.target.closest('.monaco-editor')
      if (editorsOwn.includes(command.id) && (inEditor || command.id === 'tab')) return
      event.preventDefault()
      event.stopPropagation()
      command.run()
    }
    // Before the editor: a key means the same inside it and outside.
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => removeEventListener('keydown', onKeyDown, { capture: true })
  }, [commands])
}
