import { useSyncExternalStore } from 'react'
import { useApp } from '#store/react'
import styles from './status.module.css'

/** How old the facts about AWS are, and what still works when there is no network. */
export function AwsData() {
  const { reference, state } = useApp((app) => app.facts)
  const online = useSyncExternalStore(watchNetwork, isOnline)
  const date = reference.names?.edition.date
  return (
    <span className={styles['words']}>
      {online
        ? date !== undefined
          ? `AWS data ${date}`
          : state === 'failed'
            ? 'AWS data could not be loaded'
            : ''
        : null}
      {/* Read out when it comes: nothing else tells that the network is gone. */}
      <span aria-live="polite">{online ? null : offlineWords(date)}</span>
    </span>
  )
}

function offlineWords(date: string | undefined): string {
  // Before the first visit is over, only what was loaded is there.
  if (!isKept()) return 'You’re offline. What was loaded still works.'
  return date === undefined
    ? 'You’re offline. Everything here still works.'
    : `You’re offline. Everything here still works; AWS data is from ${dayInWords(date)}.`
}

/** Whether the worker that keeps the whole site answers for this page. */
function isKept(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null
}

/** "18 November 2026"; the date as it is when it is none. */
function dayInWords(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime())
    ? date
    : day.toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      })
}

function watchNetwork(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}

function isOnline(): boolean {
  return navigator.onLine
}
