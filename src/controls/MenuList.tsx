import type { RefObject } from 'react'
import { Header, Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { English } from './English.tsx'
import { Icon } from './icons.tsx'
import type { MenuGroup, MenuStart } from './Menu.tsx'
import styles from './Menu.module.css'

/** The entries of a menu, over the page below the button that asked for them. */
export function MenuList({
  label,
  trigger,
  start,
  groups,
  onChoose,
  onClose,
}: {
  readonly label: string
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly start: MenuStart
  readonly groups: readonly MenuGroup[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}) {
  const marked = groups.some(({ entries }) =>
    entries.some(({ icon: own, chosen }) => own !== undefined || chosen !== undefined),
  )
  return (
    <English>
      <Popover
        className={styles['popover'] ?? ''}
        aria-label={label}
        placement="bottom start"
        triggerRef={trigger}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <AriaMenu
          className={styles['menu'] ?? ''}
          aria-label={label}
          // eslint-disable-next-line jsx-a11y-x/no-autofocus -- the menu was asked for by its button
          autoFocus={start === 'none' ? true : start}
          onAction={(id) => onChoose(String(id))}
          onClose={onClose}
        >
          {groups.map(({ title, entries }, index) => (
            <MenuSection
              key={title ?? index}
              className={styles['group'] ?? ''}
              aria-label={title ?? (index === 0 ? label : `${label}, ${index + 1}`)}
            >
              {title ? <Header className={styles['title'] ?? ''}>{title}</Header> : null}
              {entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.text}
                  className={styles['item'] ?? ''}
                >
                  {marked ? (
                    <span className={styles['mark']}>
                      {entry.chosen ? <Icon name="passed" size={14} /> : null}
                      {entry.icon ? <Icon name={entry.icon} /> : null}
                    </span>
                  ) : null}
                  <span className={styles['words']}>
                    <Text slot="label">
                      {entry.text}
                      {entry.chosen ? <span className="visually-hidden">, chosen</span> : null}
                    </Text>
                    {entry.about ? (
                      <Text slot="description" className={styles['about'] ?? ''}>
                        {entry.about}
                      </Text>
                    ) : null}
                  </span>
                  {entry.keys ? <kbd className={styles['keys']}>{entry.keys}</kbd> : null}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </English>
  )
}
