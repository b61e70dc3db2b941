import { useState } from 'react'
import { Button, Dialog, TextField } from '#controls'
import { openedWords, type LinkAction } from '#share'
import type { BadLink } from '#store'
import { useAppStore } from '#store/react'
import { dropFragment } from './address.ts'
import { goToDraft } from './go-to-draft.ts'
import { readLink, showLink } from './open-link.ts'
import styles from './link.module.css'

/** A link that could not be opened: why, and what can be done. Until a person decides, the link stays in the address. */
export function BadLinkDialog({
  link,
  onClose,
}: {
  readonly link: BadLink
  readonly onClose: () => void
}) {
  const store = useAppStore()
  const [pasting, setPasting] = useState(false)
  const words = openedWords(link)
  if (!words) return null

  const leave = () => {
    dropFragment()
    onClose()
  }
  const actions: Partial<Record<LinkAction, () => void>> = {
    pasteLink: () => setPasting(true),
    goToDraft: () => {
      leave()
      void goToDraft(store)
    },
    startNew: () => {
      leave()
      store.getState().newWorkspace()
    },
    openFile: () => {
      leave()
      store.getState().openLayer({ kind: 'open' })
    },
    reload: () => location.reload(),
    showReadable: () => {
      if (link.kind !== 'newer' || !link.workspace) return
      onClose()
      const { workspace, problems } = link
      showLink(store, { kind: 'opened', workspace, problems, focus: undefined })
    },
  }

  return (
    <Dialog title={words.heading} onClose={onClose}>
      <div className={styles['dialog']}>
        <p>{words.text}</p>
        {pasting ? <PasteLink onOpened={leave} /> : null}
        <div className={styles['buttons']}>
          {words.buttons.map(({ action, label }) =>
            pasting && action === 'pasteLink' ? null : (
              <Button key={action} onPress={() => actions[action]?.()}>
                {label}
              </Button>
            ),
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** A field for the whole link; another that cannot be opened puts its own words in the place of the last one's. */
function PasteLink({ onOpened }: { readonly onOpened: () => void }) {
  const store = useAppStore()
  const [text, setText] = useState('')
  const open = async () => {
    if (text.trim() === '') return
    const link = await readLink(text)
    if (link.kind === 'opened') onOpened()
    showLink(store, link)
  }
  return (
    <div className={styles['paste']}>
      <TextField
        label="The full link"
        code
        value={text}
        placeholder="https://…#w1.…"
        onChange={setText}
        onSubmit={() => void open()}
        focusAtFirst
      />
      <Button look="primary" onPress={() => void open()}>
        Open
      </Button>
    </div>
  )
}
