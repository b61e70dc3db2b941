import {
  compileResource as compilePattern,
  hasVariables,
  matchesResource,
  parsePattern,
  resolveVariables,
  variableOutsideResourcePart,
  type Clause,
  type Located,
  type Resolution,
  type ResourcePattern as CompiledPattern,
} from '#policy'
import type { AccessRequest, Context } from '#request'
import { compileClause, type CompiledClause } from './clause.ts'
import type { PatternTrace } from './decision.ts'
import { completing } from './variables.ts'

/** A value with its variables filled in. */
interface ResourcePattern {
  readonly compiled: CompiledPattern
  readonly hit: PatternTrace
  readonly miss: PatternTrace
}

/** A value without variables is the same for every request; one with variables depends on the context. */
interface ResourceValue {
  readonly fixed: ResourcePattern | undefined
  readonly complete: ((context: Context) => ResourcePattern) | undefined
}

/**
 * `Resource` and `NotResource`: ARNs compared with case, wildcards and variables replaced.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResource(clause: Clause, variables: boolean): CompiledClause<AccessRequest> {
  const values = clause.patterns.map((pattern) => compileValue(pattern, variables))
  return compileClause(clause, values, testResource)
}

function testResource(
  { fixed, complete }: ResourceValue,
  { resource, context }: AccessRequest,
): PatternTrace {
  const { compiled, hit, miss } = (fixed ?? complete?.(context)) as ResourcePattern
  return matchesResource(compiled, resource.arn) ? hit : miss
}

function compileValue(pattern: Located<string>, variables: boolean): ResourceValue {
  const pieces = parsePattern(pattern.value, { wildcards: true, variables })
  const make = (resolution: Resolution): ResourcePattern => {
    // A value with a variable that has no value matches no resource.
    if (resolution.kind === 'unresolved') return nothing(pattern, resolution.variable)
    const note = hasVariables(pieces) ? { resolved: resolution.text } : {}
    return {
      compiled: compilePattern(resolution.pieces),
      hit: { pattern, matched: true, ...note },
      miss: { pattern, matched: false, ...note },
    }
  }
  if (!hasVariables(pieces))
    return { fixed: make(resolveVariables(pieces, () => undefined)), complete: undefined }
  if (variableOutsideResourcePart(pieces)) {
    const outside = pieces.find(({ kind }) => kind === 'variable')
    return {
      fixed: nothing(pattern, outside?.kind === 'variable' ? outside.key : ''),
      complete: undefined,
    }
  }
  return { fixed: undefined, complete: completing(pieces, make) }
}

function nothing(pattern: Located<string>, unresolved: string): ResourcePattern {
  const miss: PatternTrace = { pattern, matched: false, unresolved }
  return { compiled: { kind: 'nothing' }, hit: miss, miss }
}
