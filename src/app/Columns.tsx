import { useLayoutEffect, useState, type CSSProperties } from 'react'
import { Separator } from '#controls'
import { DetailsPanel } from '#panels/details/DetailsPanel.tsx'
import { PoliciesPanel } from '#panels/policies/PoliciesPanel.tsx'
import { EditButton } from '#panels/reader/EditButton.tsx'
import { RequestPanel } from '#panels/request/RequestPanel.tsx'
import { StatusBar } from '#panels/status/StatusBar.tsx'
import { VerdictPanel } from '#panels/verdict/VerdictPanel.tsx'
import { VerdictStrip } from '#panels/verdict/VerdictStrip.tsx'
import { isWriting, type Layout, type Part } from '#store'
import { useApp, useAppStore } from '#store/react'
import { examples } from './examples/index.ts'
import { useMedia, useOnlyFingers, usePhone, useWindowWidth } from './media.ts'
import { PhoneTabs } from './PhoneTabs.tsx'
import { PolicyText } from './PolicyText.tsx'
import { Region } from './Region.tsx'
import { turnTo } from './regions.ts'
import styles from './app.module.css'

/** Where the layout of the columns ends and everything stands below each other. */
const narrow = '(max-width: 899px)'
/** Where the details are closed until they are asked for, and the request hides its empty fields. */
const low = '(max-height: 800px), (max-width: 899px)'

/** The id of the whole verdict, which the strip of the phone opens. */
const wholeVerdict = 'verdict-whole'

/**
 * The regions below the header, and the lines between them. On a phone the same regions, of which one is shown, the verdict in short,
 * and the tabs that turn from one to the next.
 */
export function Columns() {
  const store = useAppStore()
  const layout = useApp((app) => app.settings.layout)
  const changeSettings = useApp((app) => app.changeSettings)
  const openWorkspace = useApp((app) => app.openWorkspace)
  const part = useApp((app) => app.part)
  const showPart = useApp((app) => app.showPart)
  const writing = useApp(isWriting)
  const isPhone = usePhone()
  const isNarrow = useMedia(narrow) || isPhone
  const isLow = useMedia(low)
  const width = useWindowWidth()
  const reading = useOnlyFingers()
  useFocusIn(part, isPhone)
  const [before, setBefore] = useState<Part>(part)
  if (part !== 'verdict' && part !== before) setBefore(part)

  const open = isPhone || (layout.detailsOpen ?? !isLow)
  const widest = Math.max(380, Math.min(720, width - 480))
  const side = Math.min(widest, layout.side ?? (width < 1400 ? 400 : Math.min(560, width * 0.42)))
  // A challenge is written in the details.
  const details = layout.details ?? (writing ? (isLow ? 320 : 400) : isLow ? 260 : 240)
  const sizes = {
    '--side': `${side}px`,
    '--details': open ? `${details}px` : 'auto',
  } as CSSProperties
  const away = (of: Part) => isPhone && part !== of

  return (
    <div className={styles['body']}>
      <main className={styles['main']} style={sizes}>
        <Region
          id="policies"
          name="Policies"
          className={styles['policies']}
          away={away('policies')}
        >
          <PoliciesPanel phone={isPhone} edit={reading ? <EditButton /> : null}>
            <PolicyText />
          </PoliciesPanel>
        </Region>
        {isNarrow ? null : (
          <Separator
            label="Width of the verdict and the request"
            orientation="vertical"
            size={side}
            min={380}
            max={widest}
            onSize={(size) => changeSettings({ layout: withSize(layout, 'side', size) })}
          />
        )}
        <div className={styles['side']}>
          <Region
            id="verdict"
            name="Verdict"
            className={`${styles['verdict']} ${part === 'verdict' ? styles['whole'] : ''}`}
          >
            <div id={wholeVerdict} className={styles['verdict-body']} hidden={away('verdict')}>
              <VerdictPanel
                onStartFromExample={() => openWorkspace(examples[0]?.workspace)}
                onGoToField={(field) => {
                  turnTo(store, 'request')
                  document
                    .querySelector<HTMLElement>(`#request [data-field="${field}"] input`)
                    ?.focus()
                }}
              />
            </div>
            {isPhone ? (
              <VerdictStrip
                id={wholeVerdict}
                open={part === 'verdict'}
                onOpen={(opened) => showPart(opened ? 'verdict' : before)}
              />
            ) : null}
          </Region>
          <Region id="request" name="Request" className={styles['request']} away={away('request')}>
            <RequestPanel key={String(isLow)} compact={isLow} />
          </Region>
        </div>
        <div className={styles['bottom']} data-away={away('details') || undefined}>
          {isNarrow || !open ? null : (
            <Separator
              label="Height of the details"
              orientation="horizontal"
              size={details}
              min={120}
              max={600}
              onSize={(size) => changeSettings({ layout: withSize(layout, 'details', size) })}
            />
          )}
          <Region id="details" name="Details" className={styles['details']}>
            <DetailsPanel
              phone={isPhone}
              open={open}
              onOpen={(detailsOpen) => changeSettings({ layout: { ...layout, detailsOpen } })}
            />
          </Region>
          <Region id="status" name="Status" className={styles['status']}>
            <StatusBar />
          </Region>
        </div>
      </main>
      {isPhone ? <PhoneTabs /> : null}
    </div>
  )
}

/** Who turned to another part by a button that went away with the last one is taken along. */
function useFocusIn(part: Part, isPhone: boolean): void {
  useLayoutEffect(() => {
    if (isPhone && document.activeElement?.closest('[data-away], [hidden]'))
      document.getElementById(part)?.focus({ preventScroll: true })
  }, [part, isPhone])
}

/** The layout with one size set, or given back to the window. */
function withSize(layout: Layout, part: 'side' | 'details', size: number | undefined): Layout {
  const sizes = { side: layout.side, details: layout.details, [part]: size }
  return {
    ...(sizes.side === undefined ? {} : { side: sizes.side }),
    ...(sizes.details === undefined ? {} : { details: sizes.details }),
    ...(layout.detailsOpen === undefined ? {} : { detailsOpen: layout.detailsOpen }),
  }
}
