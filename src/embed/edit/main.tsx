import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createAppStore, loadFacts } from '#store'
import { StoreProvider } from '#store/react'
import type { BeginEditing } from '../editing.ts'
import { Editing } from './Editing.tsx'

/** The facts about AWS stand beside the app, one folder up; a frame without an origin is given none, and does without. */
async function fetchFacts(file: string): Promise<unknown> {
  if (origin === 'null') throw new Error('no origin')
  const response = await fetch(`../${import.meta.env.REFERENCE_FOLDER}/${file}`)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.json()
}

const begin: BeginEditing = (root, { workspace, scenario, policy }) => {
  // Nothing is kept: a page that is embedded has no business in the storage of its host.
  const store = createAppStore(undefined)
  store.getState().show(workspace, { kind: 'copy' }, { scenario })
  if (policy !== undefined) store.getState().selectPolicy(policy)
  createRoot(root).render(
    <StrictMode>
      <StoreProvider value={store}>
        <Editing />
      </StoreProvider>
    </StrictMode>,
  )
  void loadFacts(store, fetchFacts)
}

globalThis.sidelightEdit = begin
