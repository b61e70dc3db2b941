import type { ReactNode } from 'react'
import { ErrorBoundary } from '#controls'
import { Broken } from '#panels/broken/Broken.tsx'
import type { RegionId } from './regions.ts'

/** A landmark with its name; what breaks in it leaves the others standing. */
export function Region({
  id,
  name,
  className,
  away = false,
  children,
}: {
  readonly id: RegionId
  readonly name: string
  readonly className: string | undefined
  /** On a phone: another part of the screen is shown. */
  readonly away?: boolean
  readonly children: ReactNode
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-name`}
      tabIndex={-1}
      className={className}
      data-away={away || undefined}
    >
      <h2 id={`${id}-name`} className="visually-hidden">
        {name}
      </h2>
      <ErrorBoundary fallback={<Broken />}>{children}</ErrorBoundary>
    </section>
  )
}
