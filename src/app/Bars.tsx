import type { Bar } from '#store'
import { useApp } from '#store/react'
import { SharedBar } from './bars/SharedBar.tsx'
import { UpdateBar } from './bars/UpdateBar.tsx'
import styles from './app.module.css'

/** What is said above the regions for as long as it is true. */
export function Bars() {
  const bars = useApp((app) => app.bars)
  if (bars.length === 0) return null
  return (
    <div className={styles['bars']}>
      {bars.map((bar) => (
        <One key={bar.kind} bar={bar} />
      ))}
    </div>
  )
}

function One({ bar }: { readonly bar: Bar }) {
  switch (bar.kind) {
    case 'update':
      return <UpdateBar />
    case 'shared':
      return <SharedBar title={bar.title} />
  }
}
