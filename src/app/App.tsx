import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Announcer, CloseButton, ErrorBoundary, Icon, Notice, Separator } from '#controls'
import { PolicyEditor } from '#editor'
import { Broken } from '#panels/broken/Broken.tsx'
import { DetailsPanel } from '#panels/details/DetailsPanel.tsx'
import { PoliciesPanel } from '#panels/policies/PoliciesPanel.tsx'
import { RequestPanel } from '#panels/request/RequestPanel.tsx'
import { StatusBar } from '#panels/status/StatusBar.tsx'
import { VerdictPanel } from '#panels/verdict/VerdictPanel.tsx'
import { useApp, useAppStore } from '#store/react'
import { AboutDialog } from './AboutDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { commandsOf, type Layer } from './commands.ts'
import { examples } from './examples/index.ts'
import { Header } from './Header.tsx'
import { KeyboardDialog } from './KeyboardDialog.tsx'
import { useMedia, useWindowWidth } from './media.ts'
import { focusRegion, type RegionId } from './regions.ts'
import { useKeyboard } from './use-keyboard.ts'
import { verdictSentence } from './verdict-sentence.ts'
import styles from './app.module.css'

/** The whole screen: its regions, the layers over it, and what is spoken. */
export function App() {
  const store = useAppStore()
  const [layer, setLayer] = useState<Layer | undefined>(undefined)
  const commands = useMemo(() => commandsOf(store, setLayer), [store])
  useKeyboard(commands)
  useTheme()

  const close = useCallback(() => setLayer(undefined), [])
  return (
    <>
      <SkipLinks />
      <div className={styles['app']}>
        <header id="header" aria-label="Header" tabIndex={-1} className={styles['header']}>
          <Header onOpen={setLayer} />
        </header>
        <Introduction />
        <Main />
        <Region id="status" name="Status" className={styles['status']}>
          <StatusBar />
        </Region>
      </div>
      <Notices />
      <Voice />
      {layer === 'palette' ? <CommandPalette commands={commands} onClose={close} /> : null}
      {layer === 'keyboard' ? <KeyboardDialog commands={commands} onClose={close} /> : null}
      {layer === 'about' ? <AboutDialog onClose={close} /> : null}
    </>
  )
}

/** Where the layout of the columns ends and everything stands below each other. */
const narrow = '(max-width: 899px)'
/** Where the details are closed until they are asked for, and the request hides its empty fields. */
const low = '(max-height: 800px), (max-width: 899px)'

function Main() {
  const layout = useApp((app) => app.settings.layout)
  const changeSettings = useApp((app) => app.changeSettings)
  const openWorkspace = useApp((app) => app.openWorkspace)
  const isNarrow = useMedia(narrow)
  const isLow = useMedia(low)
  const width = useWindowWidth()

  const open = layout.detailsOpen ?? !isLow
  const widest = Math.max(380, Math.min(720, width - 480))
  const side = Math.min(widest, layout.side ?? (width < 1400 ? 400 : Math.min(560, width * 0.42)))
  const details = layout.details ?? (isLow ? 260 : 240)
  const { side: _side, details: _details, ...rest } = layout
  const sizes = {
    '--side': `${side}px`,
    '--details': open ? `${details}px` : 'auto',
  } as React.CSSProperties

  return (
    <main className={styles['main']} style={sizes}>
      <Region id="policies" name="Policies" className={styles['policies']}>
        <PoliciesPanel>
          <ErrorBoundary fallback={<Broken />}>
            <PolicyEditor />
          </ErrorBoundary>
        </PoliciesPanel>
      </Region>
      {isNarrow ? null : (
        <Separator
          label="Width of the verdict and the request"
          orientation="vertical"
          size={side}
          min={380}
          max={widest}
          onSize={(size) =>
            changeSettings({
              layout: {
                ...rest,
                ...(layout.details ? { details: layout.details } : {}),
                ...(size === undefined ? {} : { side: size }),
              },
            })
          }
        />
      )}
      <div className={styles['side']}>
        <Region id="verdict" name="Verdict" className={styles['verdict']}>
          <VerdictPanel
            onStartFromExample={() => openWorkspace(examples[0]?.workspace)}
            onGoToField={(field) =>
              document.querySelector<HTMLElement>(`#request [data-field="${field}"] input`)?.focus()
            }
          />
        </Region>
        <Region id="request" name="Request" className={styles['request']}>
          <RequestPanel key={String(isLow)} compact={isLow} />
        </Region>
      </div>
      <div className={styles['bottom']}>
        {isNarrow || !open ? null : (
          <Separator
            label="Height of the details"
            orientation="horizontal"
            size={details}
            min={120}
            max={600}
            onSize={(size) =>
              changeSettings({
                layout: {
                  ...rest,
                  ...(layout.side ? { side: layout.side } : {}),
                  ...(size === undefined ? {} : { details: size }),
                },
              })
            }
          />
        )}
        <Region id="details" name="Details" className={styles['details']}>
          <DetailsPanel
            open={open}
            onOpen={(detailsOpen) => changeSettings({ layout: { ...layout, detailsOpen } })}
          />
        </Region>
      </div>
    </main>
  )
}

/** A landmark with its name; what breaks in it leaves the others standing. */
function Region({
  id,
  name,
  className,
  children,
}: {
  readonly id: RegionId
  readonly name: string
  readonly className: string | undefined
  readonly children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-name`} tabIndex={-1} className={className}>
      <h2 id={`${id}-name`} className="visually-hidden">
        {name}
      </h2>
      <ErrorBoundary fallback={<Broken />}>{children}</ErrorBoundary>
    </section>
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
    <p className={styles['introduction']}>
      <Icon name="lock" size={14} />
      <span>Everything runs in this browser. Nothing you type is sent anywhere.</span>
      <CloseButton label="Dismiss" onPress={() => changeSettings({ introductionSeen: true })} />
    </p>
  )
}

function Notices() {
  const notices = useApp((app) => app.notices)
  const undo = useApp((app) => app.undo)
  const dismissNotice = useApp((app) => app.dismissNotice)
  return (
    <section aria-label="Notices" className={styles['notices']}>
      {notices.map((notice) => (
        <Notice
          key={notice.id}
          text={notice.text}
          onUndo={notice.undo ? () => undo(notice.id) : undefined}
          onDismiss={() => dismissNotice(notice.id)}
        />
      ))}
    </section>
  )
}

/** Speaks the verdict when it has changed, and what was asked for at once. */
function Voice() {
  const sentence = useApp(verdictSentence)
  const announce = useApp((app) => app.settings.announce)
  const announcement = useApp((app) => app.announcement)
  const notices = useApp((app) => app.notices)
  const [notice] = notices
  const before = useRef(sentence)
  const [spoken, setSpoken] = useState<string | undefined>(undefined)

  useEffect(() => {
    if (announce !== 'changed' || sentence === undefined || sentence === before.current) return
    const was = before.current?.replace(/,.*|\..*/s, '').toLowerCase()
    setSpoken(was ? `${sentence} Was ${was}.` : sentence)
    before.current = sentence
  }, [sentence, announce])

  const asked =
    notice && notice.id > (announcement?.nonce ?? 0)
      ? { text: notice.undo ? `${notice.text} Undo is offered.` : notice.text, nonce: notice.id }
      : announcement
  return <Announcer text={spoken} now={asked} />
}

function useTheme() {
  const theme = useApp((app) => app.settings.theme)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}
