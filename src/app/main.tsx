import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { goToDraft } from '#panels/link/go-to-draft.ts'
import { presentLesson } from '#panels/present/present-lesson.ts'
import { browserStorage, createAppStore, keepProgress, loadFacts, startDrafts } from '#store'
import { StoreProvider } from '#store/react'
import { App } from './App.tsx'
import { examples } from './examples/index.ts'
import { keepOffline } from './offline.ts'
import { followAddress } from './open-address.ts'
import { followPresentAddress } from './present-address.ts'
import { takeOpenedFiles } from './opened-files.ts'

const store = createAppStore(examples[0]?.workspace, browserStorage())
// Before the first paint, so that nothing flashes in the other theme.
document.documentElement.dataset['theme'] = store.getState().settings.theme

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <StoreProvider value={store}>
        <App />
      </StoreProvider>
    </StrictMode>,
  )
followPresentAddress(store)
const { hash, search } = location
// What a link holds, or one's own draft, is the first thing to be seen, not the starter for a moment.
void Promise.all([
  followAddress(store, {
    goToDraft: () => void goToDraft(store),
    openExercise: (lesson) => store.getState().openLayer({ kind: 'startLesson', lesson }),
    openLesson: async (id) => {
      if (store.getState().present) await presentLesson(store, id)
      else store.getState().openLayer({ kind: 'startLesson', lesson: id })
    },
  }),
  startDrafts(store, { clean: new URLSearchParams(search).has('clean'), open: hash.length < 2 }),
]).finally(draw)

// Behind the first paint: nothing on the first screen needs them.
setTimeout(() => void loadFacts(store))
void keepProgress(store)
addEventListener('load', () => void keepOffline(store))
takeOpenedFiles(store)
