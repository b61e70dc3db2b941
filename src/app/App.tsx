import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { CloseButton, Icon } from '#controls'
import { StatusBar } from '#panels/status/StatusBar.tsx'
import { useApp, useAppStore } from '#store/react'
import { commandsOf, type Layer } from './commands.ts'
import { Header } from './Header.tsx'
import { Columns } from './Columns.tsx'
import { Notices } from './Notices.tsx'
import { Region } from './Region.tsx'
import { focusRegion, type RegionId } from './regions.ts'
import { useKeyboard } from './use-keyboard.ts'
import { Voice } from './Voice.tsx'
import styles from './app.module.css'

// Not needed for the first paint; fetched right after it, so that what is typed after F1 goes into the palette.
const loadLayers = async () => ({ default: (await import('./Layers.tsx')).Layers })
const Layers = lazy(loadLayers)

const CheckPageDialog = lazy(async () => ({
  default: (await import('#panels/check-page/CheckPageDialog.tsx')).CheckPageDialog,
}))

/** The whole screen: its regions, the layers over it, and what is spoken. */
export function App() {
  const store = useAppStore()
  const [layer, setLayer] = useState<Layer | undefined>(undefined)
  const commands = useMemo(() => commandsOf(store, setLayer), [store])
  useKeyboard(commands)
  useTheme()
  useEffect(() => void loadLayers(), [])

  const close = useCallback(() => setLayer(undefined), [])
  return (
    <>
      <SkipLinks />
      <div className={styles['app']}>
        <header id="header" aria-label="Header" tabIndex={-1} className={styles['header']}>
          <Header onOpen={setLayer} />
        </header>
        <Introduction />
        <Columns />
        <Region id="status" name="Status" className={styles['status']}>
          <StatusBar />
        </Region>
      </div>
      <Notices />
      <Voice />
      <CheckPage />
      {layer ? (
        <Suspense fallback={null}>
          <Layers layer={layer} commands={commands} onClose={close} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The help page of a check, wherever it was asked for. */
function CheckPage() {
  const check = useApp((app) => app.checkPage)
  const close = useApp((app) => app.closeCheckPage)
  return check === undefined ? null : (
    <Suspense fallback={null}>
      <CheckPageDialog key={check} check={check} onClose={close} />
    </Suspense>
  )
}

function SkipLinks() {
  const links: readonly { readonly to: RegionId; readonly text: string }[] = [
    { to: 'policies', text: 'To the policy' },
    { to: 'request', text: 'To the request' },
    { to: 'verdict', text: 'To the verdict' },
  ]
  return (
    <nav aria-label="Skip links" className={styles['skip']}>
      {links.map(({ to, text }) => (
        <a
          key={to}
          href={`#${to}`}
          onClick={(event) => {
            // The address is for links to workspaces.
            event.preventDefault()
            focusRegion(to)
          }}
        >
          {text}
        </a>
      ))}
    </nav>
  )
}

/** The promise, until it was read and put away. */
function Introduction() {
  const seen = useApp((app) => app.settings.introductionSeen)
  const changeSettings = useApp((app) => app.changeSettings)
  if (seen) return null
  return (
    <aside aria-label="Privacy" className={styles['introduction']}>
      <Icon name="lock" size={14} />
      <span>Everything runs in this browser. Nothing you type is sent anywhere.</span>
      <CloseButton label="Dismiss" onPress={() => changeSettings({ introductionSeen: true })} />
    </aside>
  )
}

function useTheme() {
  const theme = useApp((app) => app.settings.theme)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}
