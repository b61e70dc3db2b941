import type { IconName } from '#controls'
import type { Severity } from '#policy'

/** The shape and the word of a severity. */
export const severityLooks: Readonly<
  Record<Severity, { readonly icon: IconName; readonly name: string }>
> = {
  error: { icon: 'error', name: 'Error' },
  security: { icon: 'security', name: 'Security' },
  warning: { icon: 'warning', name: 'Warning' },
  suggestion: { icon: 'suggestion', name: 'Suggestion' },
}

/** The severities by weight. */
export const severities = ['error', 'security', 'warning', 'suggestion'] as const
