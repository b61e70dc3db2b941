import { lazy, type ComponentType } from 'react'
import type { IconName } from '#controls'
import { isWriting, type App, type DetailsTab } from '#store'

/** A panel of the details: one row here, one folder beside this file. */
export interface Panel {
  readonly id: DetailsTab
  readonly title: string
  /** On a phone: the icon of its own tab at the edge of the screen. The others share the last tab there. */
  readonly phone?: IconName
  /** Absent: always. */
  readonly isThere?: (app: App) => boolean
  /** Fetched when it is first shown. */
  readonly Component: ComponentType
}

/** The panels of the details, in the order of their tabs. */
export const panels: readonly Panel[] = [
  {
    id: 'tests',
    title: 'Tests',
    phone: 'passed',
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
  {
    id: 'lesson',
    title: 'Lesson',
    phone: 'learn',
    isThere: (app) => app.exercise !== undefined || isWriting(app),
    Component: lazy(async () => ({
      default: (await import('./lesson/LessonPanel.tsx')).LessonPanel,
    })),
  },
]
