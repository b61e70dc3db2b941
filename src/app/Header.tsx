import { useState } from 'react'
import { Button, Icon, Menu } from '#controls'
import type { Theme } from '#store'
import { useApp } from '#store/react'
import { examples } from './examples/index.ts'
import type { Layer } from './commands.ts'
import { keyInWords } from './keys.ts'
import styles from './header.module.css'

const themes: readonly { readonly id: Theme; readonly text: string }[] = [
  { id: 'system', text: 'As the system' },
  { id: 'light', text: 'Light' },
  { id: 'dark', text: 'Dark' },
  { id: 'highContrast', text: 'High contrast' },
]

const layers: readonly { readonly id: Layer; readonly text: string; readonly keys?: string }[] = [
  { id: 'palette', text: 'All commands', keys: keyInWords('F1') },
  { id: 'keyboard', text: 'Keyboard shortcuts' },
  { id: 'about', text: 'About Sidelight' },
]

/** The name of the workspace and what can be done with the whole of it. */
export function Header({ onOpen }: { readonly onOpen: (layer: Layer) => void }) {
  const theme = useApp((app) => app.settings.theme)
  const changeSettings = useApp((app) => app.changeSettings)
  const openWorkspace = useApp((app) => app.openWorkspace)
  const newWorkspace = useApp((app) => app.newWorkspace)

  return (
    <>
      <span className={styles['logo']}>
        <Icon name="logo" size={20} />
        <span className={styles['product']}>Sidelight</span>
      </span>
      <Title />
      <span className={styles['space']} />
      <Menu
        text="Examples"
        icon="examples"
        groups={[{ entries: examples.map(({ id, title, about }) => ({ id, text: title, about })) }]}
        onChoose={(chosen) => {
          const example = examples.find(({ id }) => id === chosen)
          if (example) openWorkspace(example.workspace)
        }}
      />
      <Button look="quiet" icon="add" label="New workspace" onPress={newWorkspace}>
        New
      </Button>
      <Menu
        text="Theme"
        icon="theme"
        groups={[{ entries: themes.map(({ id, text }) => ({ id, text, chosen: id === theme })) }]}
        onChoose={(chosen) => {
          const wanted = themes.find(({ id }) => id === chosen)
          if (wanted) changeSettings({ theme: wanted.id })
        }}
      />
      <Menu
        text="Help"
        icon="keyboard"
        groups={[{ entries: layers }]}
        onChoose={(chosen) => {
          const layer = layers.find(({ id }) => id === chosen)
          if (layer) onOpen(layer.id)
        }}
      />
    </>
  )
}

/** The heading of the page is the workspace's name, and it can be typed over. */
function Title() {
  const title = useApp((app) => app.workspace.title)
  const setTitle = useApp((app) => app.setTitle)
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const name = title ?? 'Untitled workspace'
  const save = () => {
    if (draft !== undefined) setTitle(draft)
    setDraft(undefined)
  }
  return (
    <>
      <h1 className="visually-hidden">{name}</h1>
      <input
        className={styles['title']}
        aria-label="Name of the workspace"
        value={draft ?? name}
        size={Math.min(48, Math.max(12, (draft ?? name).length))}
        spellCheck={false}
        onFocus={() => setDraft(title ?? '')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setDraft(title ?? '')
        }}
      />
    </>
  )
}
