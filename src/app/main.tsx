import './theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserStorage, createAppStore, loadFacts } from '#store'
import { StoreProvider } from '#store/react'
import { App } from './App.tsx'
import { examples } from './examples/index.ts'
import { keepOffline } from './offline.ts'

const store = createAppStore(examples[0]?.workspace, browserStorage())
// Before the first paint, so that nothing flashes in the other theme.
document.documentElement.dataset['theme'] = store.getState().settings.theme

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <StoreProvider value={store}>
      <App />
    </StoreProvider>
  </StrictMode>,
)

// Behind the first paint: nothing on the first screen needs them.
setTimeout(() => void loadFacts(store))
addEventListener('load', () => void keepOffline(store))
