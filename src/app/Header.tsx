import { useState } from 'react'
import { Button, Icon, Menu, type IconName } from '#controls'
import { useApp } from '#store/react'
import { examples } from './examples/index.ts'
import type { Command } from './commands.ts'
import { KeepingWords } from './KeepingWords.tsx'
import { keyInWords } from './keys.ts'
import { usePhone } from './media.ts'
import styles from './header.module.css'

/** The menus at the end of the header: commands by their ids, in groups. */
const menus: readonly {
  readonly text: string
  readonly icon: IconName
  readonly groups: readonly {
    readonly title?: string
    readonly commands: readonly string[]
  }[]
}[] = [
  {
    text: 'Workspace',
    icon: 'file',
    groups: [
      { commands: ['new', 'new-challenge', 'open', 'download'] },
      { commands: ['drafts', 'clean-start'] },
      { commands: ['present'] },
    ],
  },
  {
    text: 'Learn',
    icon: 'learn',
    groups: [
      { commands: ['course', 'continue-lesson'] },
      { commands: ['new-challenge', 'collect-results', 'guide'] },
    ],
  },
  {
    text: 'Theme',
    icon: 'theme',
    groups: [{ commands: ['theme-system', 'theme-light', 'theme-dark', 'theme-contrast'] }],
  },
  {
    text: 'Help',
    icon: 'keyboard',
    groups: [{ commands: ['palette', 'keyboard', 'inbound', 'about'] }],
  },
]

/** The same as groups of one menu, on a phone: a command that stands in two menus stands in the first. */
const inOneMenu = menus.map(({ text, groups }, index) => ({
  text,
  ids: commandsIn(groups).filter(
    (id) => !menus.slice(0, index).some((before) => commandsIn(before.groups).includes(id)),
  ),
}))

function commandsIn(groups: (typeof menus)[number]['groups']): readonly string[] {
  return groups.flatMap(({ commands }) => commands)
}

/** The name of the workspace and what can be done with the whole of it. */
export function Header({ commands }: { readonly commands: readonly Command[] }) {
  const theme = useApp((app) => app.settings.theme)
  const isPhone = usePhone()
  const openWorkspace = useApp((app) => app.openWorkspace)
  const openLayer = useApp((app) => app.openLayer)

  const entry = (id: string) => {
    const command = commands.find((one) => one.id === id)
    if (!command) throw new Error(`there is no command ${id}`)
    return {
      id,
      text: command.menuText ?? command.title,
      ...(command.key ? { keys: keyInWords(command.key) } : {}),
      ...(command.theme ? { chosen: command.theme === theme } : {}),
    }
  }

  const run = (id: string) => commands.find((command) => command.id === id)?.run()

  const share = (
    <Button look="primary" icon="share" onPress={() => openLayer({ kind: 'share' })}>
      Share
    </Button>
  )

  return (
    <>
      <span className={styles['logo']}>
        <Icon name="logo" size={20} />
        <span className={styles['product']}>Sidelight</span>
      </span>
      <Title />
      <span className={styles['space']} />
      {isPhone ? null : (
        <Menu
          text="Examples"
          icon="examples"
          groups={[
            { entries: examples.map(({ id, title, about }) => ({ id, text: title, about })) },
          ]}
          onChoose={(chosen) => {
            const example = examples.find(({ id }) => id === chosen)
            if (example) openWorkspace(example.workspace)
          }}
        />
      )}
      {isPhone ? share : null}
      {isPhone ? (
        <Menu
          text="More"
          icon="more"
          groups={[
            ...inOneMenu.map(({ text, ids }) => ({ title: text, entries: ids.map(entry) })),
            {
              title: 'Examples',
              entries: examples.map(({ id, title, about }) => ({
                id: `example-${id}`,
                text: title,
                about,
              })),
            },
          ]}
          onChoose={run}
        />
      ) : (
        menus.map(({ text, icon, groups }) => (
          <Menu
            key={text}
            text={text}
            icon={icon}
            groups={groups.map(({ title, commands: ids }) => ({
              ...(title ? { title } : {}),
              entries: ids.map(entry),
            }))}
            onChoose={run}
          />
        ))
      )}
      {isPhone ? null : share}
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
      <div className={styles['name']}>
        <input
          className={styles['title']}
          aria-label="Name of the workspace"
          aria-describedby="keeping"
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
        <KeepingWords id="keeping" />
      </div>
    </>
  )
}
