import type { Severity } from '#policy'
import { findings } from './derived.ts'
import type { AppState } from './state.ts'

/** How many findings of each severity the policies have. */
export type ProblemCounts = Readonly<Record<Severity, number>>

/** Counts the findings of all policies. */
export function problemCounts(state: Pick<AppState, 'workspace' | 'facts'>): ProblemCounts {
  const counts = { error: 0, security: 0, warning: 0, suggestion: 0 }
  for (const policy of state.workspace.policies)
    for (const { severity } of findings(state, policy)) counts[severity]++
  return counts
}

const words: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  security: ['security finding', 'security findings'],
  warning: ['warning', 'warnings'],
  suggestion: ['suggestion', 'suggestions'],
}

const severities = ['error', 'security', 'warning', 'suggestion'] as const

/** "2 errors, 1 warning". */
export function problemsInWords(counts: ProblemCounts): string {
  const parts = severities.flatMap((severity) => {
    const count = counts[severity]
    return count === 0 ? [] : [`${count} ${words[severity][count === 1 ? 0 : 1]}`]
  })
  return parts.length === 0 ? 'No problems' : parts.join(', ')
}
