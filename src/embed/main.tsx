import './theme.css'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { loadEditing, type EditFiles, type EditRequest } from './editing.ts'
import { postHeight } from './height.ts'
import { Message } from './Message.tsx'
import { openFragment } from './open.ts'
import { Reading } from './Reading.tsx'

const asked = new URLSearchParams(location.search).get('theme')
document.documentElement.dataset['theme'] = asked === 'dark' || asked === 'light' ? asked : 'system'

const found = document.getElementById('root')
if (!found) throw new Error('the page has no #root')
const page: HTMLElement = found

/** Only there in the build; the addresses are relative to the page. */
const { edit: script, editStyles: styles } = document.currentScript?.dataset ?? {}
const files: EditFiles | undefined = script && styles ? { script, styles } : undefined

let root: Root | undefined

async function edit(request: EditRequest): Promise<void> {
  const begin = await loadEditing(files)
  root?.unmount()
  root = undefined
  begin(page, request)
}

function show(): void {
  const opened = openFragment(location.hash)
  root ??= createRoot(page)
  root.render(
    <StrictMode>
      {opened.kind === 'workspace' ? (
        <Reading key={location.hash} opened={opened} fragment={location.hash} onEdit={edit} />
      ) : (
        <Message heading={opened.heading} text={opened.text} />
      )}
    </StrictMode>,
  )
}

show()
postHeight(page)
// Another link in the same frame; what is being edited stays until the frame is loaded anew.
addEventListener('hashchange', () => {
  if (root) show()
})
