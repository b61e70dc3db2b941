import { lazy, Suspense } from 'react'
import { previewKey, type Bar } from '#store'
import { useApp } from '#store/react'
import { PreviewBar } from './bars/PreviewBar.tsx'
import { ResultsBar } from './bars/ResultsBar.tsx'
import { UpdateBar } from './bars/UpdateBar.tsx'
import styles from './app.module.css'

// They come with the library that reads links.
const SharedBar = lazy(async () => ({ default: (await import('./bars/SharedBar.tsx')).SharedBar }))
const ResumeBar = lazy(async () => ({ default: (await import('./bars/ResumeBar.tsx')).ResumeBar }))
const OtherTabBar = lazy(async () => ({
  default: (await import('./bars/OtherTabBar.tsx')).OtherTabBar,
}))
const NotKeptBar = lazy(async () => ({
  default: (await import('./bars/NotKeptBar.tsx')).NotKeptBar,
}))
const PartlyReadBar = lazy(async () => ({
  default: (await import('./bars/PartlyReadBar.tsx')).PartlyReadBar,
}))

/** What is said above the regions for as long as it is true. */
export function Bars() {
  const bars = useApp((app) => app.bars)
  const isPreview = useApp(({ exercise }) => exercise?.key === previewKey)
  if (bars.length === 0 && !isPreview) return null
  return (
    <div className={styles['bars']}>
      {isPreview ? <PreviewBar /> : null}
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
    case 'resume':
      return (
        <Suspense fallback={null}>
          <ResumeBar lesson={bar} />
        </Suspense>
      )
    case 'otherTab':
      return (
        <Suspense fallback={null}>
          <OtherTabBar />
        </Suspense>
      )
    case 'notKept':
      return (
        <Suspense fallback={null}>
          <NotKeptBar {...bar} />
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
