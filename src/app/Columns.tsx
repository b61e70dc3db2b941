import type { CSSProperties } from 'react'
import { ErrorBoundary, Separator } from '#controls'
import { PolicyEditor } from '#editor'
import { Broken } from '#panels/broken/Broken.tsx'
import { DetailsPanel } from '#panels/details/DetailsPanel.tsx'
import { PoliciesPanel } from '#panels/policies/PoliciesPanel.tsx'
import { RequestPanel } from '#panels/request/RequestPanel.tsx'
import { VerdictPanel } from '#panels/verdict/VerdictPanel.tsx'
import type { Layout } from '#store'
import { useApp } from '#store/react'
import { examples } from './examples/index.ts'
import { useMedia, useWindowWidth } from './media.ts'
import { Region } from './Region.tsx'
import styles from './app.module.css'

/** Where the layout of the columns ends and everything stands below each other. */
const narrow = '(max-width: 899px)'
/** Where the details are closed until they are asked for, and the request hides its empty fields. */
const low = '(max-height: 800px), (max-width: 899px)'

/** The regions between header and status, and the lines between them. */
export function Columns() {
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
  const sizes = {
    '--side': `${side}px`,
    '--details': open ? `${details}px` : 'auto',
  } as CSSProperties

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
          onSize={(size) => changeSettings({ layout: withSize(layout, 'side', size) })}
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
            onSize={(size) => changeSettings({ layout: withSize(layout, 'details', size) })}
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

/** The layout with one size set, or given back to the window. */
function withSize(layout: Layout, part: 'side' | 'details', size: number | undefined): Layout {
  const sizes = { side: layout.side, details: layout.details, [part]: size }
  return {
    ...(sizes.side === undefined ? {} : { side: sizes.side }),
    ...(sizes.details === undefined ? {} : { details: sizes.details }),
    ...(layout.detailsOpen === undefined ? {} : { detailsOpen: layout.detailsOpen }),
  }
}
