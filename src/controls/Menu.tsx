import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Icon, type IconName } from './icons.tsx'
import button from './Button.module.css'

export interface MenuEntry {
  readonly id: string
  readonly text: string
  /** A second line. */
  readonly about?: string
  readonly icon?: IconName
  /** The key that does the same. */
  readonly keys?: string
  /** One of a choice. */
  readonly chosen?: boolean
}

export interface MenuGroup {
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

/** Where the focus goes in a menu that opens: to its first or last entry, or, after a click, to none of them yet. */
export type MenuStart = 'first' | 'last' | 'none'

// Not needed for the first paint; fetched right after it.
const loadMenuList = async () => ({ default: (await import('./MenuList.tsx')).MenuList })
const MenuList = lazy(loadMenuList)

/** A button with words that opens a menu. */
export function Menu({
  text,
  label,
  icon,
  look = 'quiet',
  groups,
  onChoose,
}: {
  readonly text: string
  /** The whole name where the words on the button are short; begins with them. */
  readonly label?: string
  readonly icon?: IconName
  readonly look?: 'plain' | 'quiet'
  readonly groups: readonly MenuGroup[]
  readonly onChoose: (id: string) => void
}) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [start, setStart] = useState<MenuStart | undefined>(undefined)
  useEffect(() => void loadMenuList(), [])

  const open = (from: MenuStart) => {
    // Not every browser focuses a button that is clicked, and this is where the focus comes back to.
    trigger.current?.focus()
    setStart(from)
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={`${button['button']} ${button[look]}`}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={start !== undefined}
        // A click without a place is the Enter or the Space key.
        onClick={({ detail }) => open(detail > 0 ? 'none' : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          open(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {icon ? <Icon name={icon} /> : null}
        {text}
        <Icon name="down" size={12} />
      </button>
      {start ? (
        <Suspense fallback={null}>
          <MenuList
            label={label ?? text}
            trigger={trigger}
            start={start}
            groups={groups}
            onChoose={onChoose}
            onClose={() => setStart(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
