/** How a person likes the app shown; kept in the browser, never in a workspace. */
export interface Settings {
  readonly theme: Theme
  /** What in the editor is tinted. */
  readonly highlight: 'line' | 'statement' | 'gutter'
  /** When a verdict is spoken to screen readers. */
  readonly announce: 'changed' | 'onRequest'
  /** Whether Tab leaves the editor. */
  readonly tabMovesFocus: boolean
  /** The line that says that nothing is sent was put away. */
  readonly introductionSeen: boolean
  /** The name or nickname that a learner hands results in with. */
  readonly learner: string
  /** Sizes in pixels a person has dragged to; undefined follows the window. */
  readonly layout: Layout
}

export type Theme = 'system' | 'light' | 'dark' | 'highContrast'

export interface Layout {
  /** Width of the column with the verdict and the request. */
  readonly side?: number
  /** Height of the details. */
  readonly details?: number
  readonly detailsOpen?: boolean
}

export const defaultSettings: Settings = {
  theme: 'system',
  highlight: 'line',
  announce: 'changed',
  tabMovesFocus: false,
  introductionSeen: false,
  learner: '',
  layout: {},
}

const oneOf = <T extends string>(allowed: readonly T[], value: unknown, otherwise: T): T =>
  allowed.find((one) => one === value) ?? otherwise

const sizeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined

/** Settings from whatever an older version, or somebody else on this host, has stored. Never throws. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaultSettings
  const { theme, highlight, announce, tabMovesFocus, introductionSeen, learner, layout } =
    value as Record<string, unknown>
  const stored = (typeof layout === 'object' && layout !== null ? layout : {}) as Record<
    string,
    unknown
  >
  const side = sizeOf(stored['side'])
  const details = sizeOf(stored['details'])
  const open = stored['detailsOpen']
  return {
    theme: oneOf(['system', 'light', 'dark', 'highContrast'], theme, defaultSettings.theme),
    highlight: oneOf(['line', 'statement', 'gutter'], highlight, defaultSettings.highlight),
    announce: oneOf(['changed', 'onRequest'], announce, defaultSettings.announce),
    tabMovesFocus: tabMovesFocus === true,
    introductionSeen: introductionSeen === true,
    learner: typeof learner === 'string' ? learner.slice(0, 60) : '',
    layout: {
      ...(side === undefined ? {} : { side }),
      ...(details === undefined ? {} : { details }),
      ...(typeof open === 'boolean' ? { detailsOpen: open } : {}),
    },
  }
}
