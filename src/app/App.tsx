import { lazy, Suspense, useEffect, useMemo } from 'react'
import { PageBar } from '#controls'
import { useApp, useAppStore } from '#store/react'
import { Bars } from './Bars.tsx'
import { commandsOf } from './commands.ts'
import { Header } from './Header.tsx'
import { Columns } from './Columns.tsx'
import { usePhone } from './media.ts'
import { Notices } from './Notices.tsx'
import { PolicyText } from './PolicyText.tsx'
import { focusRegion, type RegionId } from './regions.ts'
import { useDropAndPaste } from './drop-and-paste.ts'
import { useKeyboard } from './use-keyboard.ts'
import { Voice } from './Voice.tsx'
import styles from './app.module.css'

// Not needed for the first paint; fetched right after it, so that what is typed after F1 goes into the palette.
const loadLayers = async () => ({ default: (await import('./Layers.tsx')).Layers })
const Layers = lazy(loadLayers)

const PresentView = lazy(async () => ({
  default: (await import('#panels/present/PresentView.tsx')).PresentView,
}))

const CheckPageDialog = lazy(async () => ({
  default: (await import('#panels/check-page/CheckPageDialog.tsx')).CheckPageDialog,
}))

/** The whole screen: its regions, the layers over it, and what is spoken. */
export function App() {
  const store = useAppStore()
  const layer = useApp((app) => app.layer)
  const closeLayer = useApp((app) => app.closeLayer)
  const isPresenting = useApp((app) => app.present !== undefined)
  const isPhone = usePhone()
  const commands = useMemo(() => commandsOf(store), [store])
  useKeyboard(commands)
  useDropAndPaste(store)
  useTheme()
  useEffect(() => void loadLayers(), [])

  return (
    <>
      <SkipLinks />
      {isPresenting ? (
        <Suspense fallback={null}>
          <PresentView>
            <PolicyText />
          </PresentView>
        </Suspense>
      ) : (
        <div className={styles['app']} data-layout={isPhone ? 'phone' : undefined}>
          <header id="header" aria-label="Header" tabIndex={-1} className={styles['header']}>
            <Header commands={commands} />
          </header>
          <Introduction />
          <Bars />
          <Columns />
        </div>
      )}
      <Notices />
      <Voice />
      <CheckPage />
      {layer ? (
        <Suspense fallback={null}>
          <Layers layer={layer} commands={commands} onClose={closeLayer} />
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
  const store = useAppStore()
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
            focusRegion(store, to)
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
    <PageBar
      label="Privacy"
      icon="lock"
      onDismiss={() => changeSettings({ introductionSeen: true })}
    >
      Everything runs in this browser. Nothing you type is sent anywhere.
    </PageBar>
  )
}

function useTheme() {
  const theme = useApp((app) => app.settings.theme)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}
