import { useId, useState } from 'react'
import { Dialog } from '#controls'
import { useAppStore } from '#store/react'
import type { Command } from './commands.ts'
import { keyInWords } from './keys.ts'
import { refactoringCommands } from './refactoring-commands.ts'
import styles from './dialogs.module.css'

/** All commands, found by typing. */
export function CommandPalette({
  commands,
  onClose,
}: {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const id = useId()
  const store = useAppStore()
  const [here] = useState(() => refactoringCommands(store))
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = [...commands, ...here].filter(
    ({ id: command, title }) =>
      command !== 'palette' && words.every((word) => title.toLowerCase().includes(word)),
  )
  const at = Math.min(chosen, found.length - 1)

  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    // After the dialog has given the focus back, so that a command can move it.
    setTimeout(command.run)
  }

  return (
    <Dialog title="Commands" titleHidden onClose={onClose}>
      <input
        className={styles['search']}
        // eslint-disable-next-line jsx-a11y-x/no-autofocus -- the palette was asked for by a key
        autoFocus
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${found[at].id}` : undefined}
        placeholder="Find a command"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen((at + 1) % found.length)
          else if (event.key === 'ArrowUp') setChosen((at - 1 + found.length) % found.length)
          else if (event.key === 'Enter') run(found[at])
          else return
          event.preventDefault()
        }}
      />
      <div id={id} role="listbox" aria-label="Commands" className={styles['commands']}>
        {found.map((command, index) => (
          // The focus stays in the field, which has the keys.
          // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' })
            }}
            className={styles['command']}
            onClick={() => run(command)}
          >
            <span>{command.title}</span>
            {command.key ? <kbd>{keyInWords(command.key)}</kbd> : null}
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className={styles['nothing']}>No command has these words.</p> : null}
    </Dialog>
  )
}
