import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './TabStrip.module.css'

export interface TabEntry<Id extends string> {
  readonly id: Id
  readonly title: ReactNode
  /** The name for screen readers where the title has more than words. */
  readonly label?: string
  /** A control that belongs to the tab but is none of its words. */
  readonly before?: ReactNode
}

/**
 * A strip of tabs: Tab enters once, arrows, Home and End choose. The panel is the caller's; it carries `panelId`.
 */
export function TabStrip<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  panelId,
  look = 'line',
  onRemove,
}: {
  readonly label: string
  readonly tabs: readonly TabEntry<Id>[]
  readonly selected: Id | undefined
  /** Also when the chosen tab is chosen again. */
  readonly onSelect: (id: Id) => void
  readonly panelId: string
  readonly look?: 'line' | 'card'
  /** Delete. */
  readonly onRemove?: (id: Id) => void
}) {
  const prefix = useId()
  const strip = useRef<HTMLDivElement>(null)
  const idOf = (index: number) => `${prefix}${index}`

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const steps: Readonly<Record<string, number | undefined>> = {
      ArrowRight: (index + 1) % tabs.length,
      ArrowLeft: (index - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }
    const to = steps[event.key]
    const tab = to === undefined ? undefined : tabs[to]
    if (tab && to !== undefined) {
      onSelect(tab.id)
      strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus()
    } else if (event.key === 'Delete' && onRemove && tabs[index]) onRemove(tabs[index].id)
    else return
    event.preventDefault()
  }

  return (
    <div ref={strip} className={`${styles['strip']} ${styles[look]}`}>
      {/* A tab list may hold nothing but tabs; what else belongs to a tab therefore stands beside the list. */}
      <div
        role="tablist"
        aria-label={label}
        aria-owns={tabs.map((_, index) => idOf(index)).join(' ')}
      />
      {tabs.map((tab, index) => (
        <div
          key={tab.id}
          className={styles['entry']}
          data-selected={tab.id === selected ? true : undefined}
        >
          {tab.before}
          <button
            type="button"
            role="tab"
            id={idOf(index)}
            className={styles['tab']}
            aria-selected={tab.id === selected}
            aria-controls={panelId}
            aria-label={tab.label}
            tabIndex={tab.id === selected || (selected === undefined && index === 0) ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {tab.title}
          </button>
        </div>
      ))}
    </div>
  )
}
