import { useState } from 'react'
import { Icon, type IconName } from '#controls'
import { usePanels } from '#panels/use-panels.ts'
import type { DetailsTab } from '#store'
import { useApp } from '#store/react'
import styles from './phone.module.css'

/** The parts of the screen, of which a phone shows one. */
export function PhoneTabs() {
  const part = useApp((app) => app.part)
  const detailsTab = useApp((app) => app.detailsTab)
  const showPart = useApp((app) => app.showPart)
  const showDetails = useApp((app) => app.showDetails)
  const panels = usePanels()
  const [lastShared, setLastShared] = useState<DetailsTab>('trace')
  const isShared = panels.some(({ id, phone }) => id === detailsTab && phone === undefined)
  if (isShared && detailsTab !== lastShared) setLastShared(detailsTab)

  const tab = (text: string, icon: IconName, current: boolean, onPress: () => void) => (
    <button
      key={text}
      type="button"
      className={styles['tab']}
      aria-current={current ? 'true' : undefined}
      onClick={onPress}
    >
      <Icon name={icon} size={18} />
      {text}
    </button>
  )

  return (
    <nav aria-label="Parts" className={styles['tabs']}>
      {tab('Policy', 'file', part === 'policies', () => showPart('policies'))}
      {tab('Request', 'target', part === 'request', () => showPart('request'))}
      {panels.map(({ id, title, phone }) =>
        phone === undefined
          ? null
          : tab(title, phone, part === 'details' && detailsTab === id, () => showDetails(id)),
      )}
      {tab('Details', 'more', part === 'details' && isShared, () => showDetails(lastShared))}
    </nav>
  )
}
