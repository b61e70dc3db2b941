import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Icon, type IconName } from './icons.tsx'
import button from './Button.module.css'
import styles from './Menu.module.css'

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
  const marked = groups.some(({ entries }) =>
    entries.some(({ icon: own, chosen }) => own !== undefined || chosen !== undefined),
  )
  return (
    <MenuTrigger>
      <AriaButton
        className={`${button['button']} ${button[look]}`}
        {...(label ? { 'aria-label': label } : {})}
      >
        {icon ? <Icon name={icon} /> : null}
        {text}
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom start">
        <AriaMenu
          className={styles['menu'] ?? ''}
          onAction={(id) => onChoose(String(id))}
          aria-label={label ?? text}
        >
          {groups.map(({ title, entries }, index) => (
            <MenuSection
              key={title ?? index}
              className={styles['group'] ?? ''}
              aria-label={title ?? text}
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
    </MenuTrigger>
  )
}
