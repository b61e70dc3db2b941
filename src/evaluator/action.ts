import {
  compileGlob,
  matchesGlob,
  parsePattern,
  type Clause,
  type Glob,
  type Located,
} from '#policy'
import type { ActionName } from '#request'
import { compileClause, type CompiledClause } from './clause.ts'
import type { PatternTrace } from './decision.ts'

interface ActionPattern {
  /** In lower case: actions are compared without case. */
  readonly lower: string
  /** Only for a pattern with wildcards. */
  readonly glob: Glob | undefined
  readonly reach: 'everything' | 'pattern' | 'nothing'
  readonly hit: PatternTrace
  readonly miss: PatternTrace
}

/**
 * `Action` and `NotAction`: compared without case, the whole action must match. Variables mean nothing here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function compileAction(clause: Clause): CompiledClause<ActionName> {
  return compileClause(clause, clause.patterns.map(compileActionPattern), testAction)
}

function testAction(pattern: ActionPattern, action: ActionName): PatternTrace {
  const { hit, miss, reach, glob, lower } = pattern
  if (reach !== 'pattern') return reach === 'everything' ? hit : miss
  const matched = glob ? matchesGlob(glob, action.lower) : action.lower === lower
  return matched ? hit : miss
}

function compileActionPattern(pattern: Located<string>): ActionPattern {
  const lower = pattern.value.toLowerCase()
  const colon = lower.indexOf(':')
  const everything = lower === '*' || lower === '*:*'
  // The grammar puts wildcards in action names only; `s*:GetObject` matches nothing (semantics.md 3.2).
  const nothing = colon < 0 || /[*?]/u.test(lower.slice(0, colon))
  return {
    lower,
    glob: /[*?]/u.test(lower)
      ? compileGlob(parsePattern(lower, { wildcards: true, variables: false }))
      : undefined,
    reach: everything ? 'everything' : nothing ? 'nothing' : 'pattern',
    hit: { pattern, matched: true },
    miss: { pattern, matched: false },
  }
}
