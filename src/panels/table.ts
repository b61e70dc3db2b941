import { lazy, type ComponentType } from 'react'
import type { DetailsTab } from '#store'

/** A panel of the details: one row here, one folder beside this file. */
export interface Panel {
  readonly id: DetailsTab
  readonly title: string
  /** Fetched when it is first shown. */
  readonly Component: ComponentType
}

/** The panels of the details, in the order of their tabs. */
export const panels: readonly Panel[] = [
  {
    id: 'tests',
    title: 'Tests',
    Component: lazy(async () => ({
      default: (await import('./tests/TestsPanel.tsx')).TestsPanel,
    })),
  },
  {
    id: 'trace',
    title: 'Trace',
    Component: lazy(async () => ({
      default: (await import('./trace/TracePanel.tsx')).TracePanel,
    })),
  },
  {
    id: 'problems',
    title: 'Problems',
    Component: lazy(async () => ({
      default: (await import('./problems/ProblemsPanel.tsx')).ProblemsPanel,
    })),
  },
]
