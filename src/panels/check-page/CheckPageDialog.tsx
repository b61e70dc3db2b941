import { useEffect, useState } from 'react'
import { checkTable, type CheckPage } from '#checks'
import { checkPage } from '#checks/pages'
import { Dialog, Icon } from '#controls'
import { severityLooks } from '../problems/severity-looks.ts'
import { PageText } from './PageText.tsx'
import styles from './check-page.module.css'

/** The help page of a check, over the page: the problem, why it matters, and policies that have it and have it not. */
export function CheckPageDialog({
  check,
  onClose,
}: {
  readonly check: string
  readonly onClose: () => void
}) {
  const [page, setPage] = useState<CheckPage | 'loading' | 'none'>('loading')
  useEffect(() => {
    let gone = false
    checkPage(check).then(
      (found) => {
        if (!gone) setPage(found ?? 'none')
      },
      () => {
        if (!gone) setPage('none')
      },
    )
    return () => {
      gone = true
    }
  }, [check])

  return (
    <Dialog title={typeof page === 'string' ? check : page.title} onClose={onClose}>
      <Facts check={check} />
      {page === 'loading' ? (
        <p className={styles['soft']}>Loading…</p>
      ) : page === 'none' ? (
        <p>There is no page for this, or it could not be loaded.</p>
      ) : (
        <PageText page={page} onTried={onClose} />
      )}
    </Dialog>
  )
}

/** What is known about the check without its page. */
function Facts({ check }: { readonly check: string }) {
  const info = checkTable.find(({ id }) => id === check)
  const look = info && severityLooks[info.severity]
  return (
    <p className={styles['facts']}>
      {look ? (
        <span className={styles['severity']} data-severity={info.severity}>
          <Icon name={look.icon} size={14} /> {look.name}
        </span>
      ) : null}
      <code>{check}</code>
      {info && info.peers.length > 0 ? (
        <span className={styles['soft']}>Also found by {info.peers.join(', ')}</span>
      ) : null}
    </p>
  )
}
