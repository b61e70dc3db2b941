import { lazy, Suspense } from 'react'
import { ErrorBoundary } from '#controls'
import { PolicyEditor } from '#editor'
import { Broken } from '#panels/broken/Broken.tsx'
import { useOnlyFingers } from './media.ts'

const PolicyReader = lazy(async () => ({
  default: (await import('#panels/reader/PolicyReader.tsx')).PolicyReader,
}))

/** The text of the selected policy: the editor, or where only fingers point, a view to read it. */
export function PolicyText() {
  const reading = useOnlyFingers()
  return (
    <ErrorBoundary fallback={<Broken />}>
      {reading ? (
        <Suspense fallback={null}>
          <PolicyReader />
        </Suspense>
      ) : (
        <PolicyEditor />
      )}
    </ErrorBoundary>
  )
}
