import { lazy, Suspense } from 'react'
import type { Bar } from '#store'
import { useApp } from '#store/react'
import { ResultsBar } from './bars/ResultsBar.tsx'
import { UpdateBar } from './bars/UpdateBar.tsx'
import styles from './app.module.css'

// They come with the library that reads links.
const SharedBar = lazy(async () => ({ default: (await import('./bars/SharedBar.tsx')).SharedBar }))
const PartlyReadBar = lazy(async () => ({
  default: (await import('./bars/PartlyReadBar.tsx')).PartlyReadBar,
}))

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
    case 'results':
      return <ResultsBar {...bar} />
    case 'shared':
      return (
        <Suspense fallback={null}>
          <SharedBar {...bar} />
        </Suspense>
      )
    case 'partlyRead':
      return (
        <Suspense fallback={null}>
          <PartlyReadBar {...bar} />
        </Suspense>
      )
  }
}
