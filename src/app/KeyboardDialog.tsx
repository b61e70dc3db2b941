import { Dialog } from '#controls'
import type { Command } from './commands.ts'
import { keyInWords, type KeyName } from './keys.ts'
import styles from './dialogs.module.css'

// Keys of the editor and of lists; what the app itself binds is in the commands.
const others: readonly { readonly key: KeyName; readonly title: string }[] = [
  { key: 'mod+Space', title: 'Complete, in the editor' },
  { key: 'mod+.', title: 'Fixes here, in the editor' },
  { key: 'mod+k mod+i', title: 'Explain here, in the editor' },
  { key: 'shift+Alt+F', title: 'Format, in the editor' },
  { key: 'Esc', title: 'Close the top layer' },
  { key: '↑ ↓ Home End', title: 'Move in lists' },
  { key: 'Del', title: 'Remove a tag, a request or a policy from its list' },
]

/** The keys, as a table. */
export function KeyboardDialog({
  commands,
  onClose,
}: {
  readonly commands: readonly Command[]
  readonly onClose: () => void
}) {
  const rows = [...commands.flatMap(({ key, title }) => (key ? [{ key, title }] : [])), ...others]
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <table className={styles['keys']}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Does</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title }) => (
            <tr key={key}>
              <td>
                {key.split(' ').map((part) => (
                  <kbd key={part}>{keyInWords(part)}</kbd>
                ))}
              </td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
