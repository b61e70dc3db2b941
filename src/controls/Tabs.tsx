import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import styles from './Tabs.module.css'

export interface TabEntry<Id extends string> {
  readonly id: Id
  readonly title: ReactNode
}

/** Tabs with the panel of the chosen one below; `beside` stands at the end of the strip. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  beside,
  children,
}: {
  readonly label: string
  readonly tabs: readonly TabEntry<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  readonly beside?: ReactNode
  /** The chosen tab's panel; nothing where the strip stands alone. */
  readonly children: ReactNode
}) {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key)
        if (tab) onSelect(tab.id)
      }}
    >
      <div className={styles['strip']}>
        <TabList aria-label={label} className={styles['list'] ?? ''}>
          {tabs.map(({ id, title }) => (
            <Tab key={id} id={id} className={styles['tab'] ?? ''}>
              {title}
            </Tab>
          ))}
        </TabList>
        <div className={styles['beside']}>{beside}</div>
      </div>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
          {id === selected ? children : null}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
