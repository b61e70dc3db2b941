import { Notice } from '#controls'
import { useApp } from '#store/react'
import styles from './app.module.css'

/** What was just done, with the way back. */
export function Notices() {
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
