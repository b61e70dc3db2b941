import type { ReactNode } from 'react'
import { CloseButton } from './Button.tsx'
import { Icon, type IconName } from './icons.tsx'
import styles from './PageBar.module.css'

/** Something that is true for a while, said above the regions: words first, then buttons, then the way to put it away. */
export function PageBar({
  label,
  icon,
  children,
  buttons,
  onDismiss,
}: {
  /** Its name as a landmark. */
  readonly label: string
  readonly icon: IconName
  readonly children: ReactNode
  readonly buttons?: ReactNode
  readonly onDismiss?: () => void
}) {
  return (
    <aside aria-label={label} className={styles['bar']}>
      <Icon name={icon} size={14} />
      <div className={styles['words']}>{children}</div>
      <div className={styles['buttons']}>
        {buttons}
        {onDismiss ? <CloseButton label="Dismiss" onPress={onDismiss} /> : null}
      </div>
    </aside>
  )
}
