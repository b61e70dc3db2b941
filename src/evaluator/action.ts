import { compileGlob, matchesGlob, parsePattern, type Clause } from '#policy'
import type { ActionName } from '#request'
import { compileClause, type CompiledClause, type Test } from './clause.ts'

/**
 * `Action` and `NotAction`: compared without case, the whole action must match. Variables mean nothing here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function compileAction(clause: Clause): CompiledClause<ActionName> {
  return compileClause(
    clause,
    clause.patterns.map(({ value }) => compileActionPattern(value)),
  )
}

function compileActionPattern(text: string): Test<ActionName> {
  if (text === '*' || text === '*:*') return () => true
  const lower = text.toLowerCase()
  const colon = lower.indexOf(':')
  // The grammar puts wildcards in action names only; `s*:GetObject` matches nothing (semantics.md 3.2).
  if (colon < 0 || /[*?]/u.test(lower.slice(0, colon))) return () => false
  if (!/[*?]/u.test(lower)) return (action) => action.lower === lower
  const glob = compileGlob(parsePattern(lower, { wildcards: true, variables: false }))
  return (action) => matchesGlob(glob, action.lower)
}
