import {
  compileResource as compilePattern,
  hasVariables,
  matchesResource,
  parsePattern,
  resolveVariables,
  variableOutsideResourcePart,
  type Clause,
  type Located,
} from '#policy'
import type { AccessRequest } from '#request'
import { compileClause, type CompiledClause, type Test } from './clause.ts'
import { variableLookup } from './variables.ts'

/**
 * `Resource` and `NotResource`: ARNs compared with case, wildcards and variables replaced.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResource(clause: Clause, variables: boolean): CompiledClause<AccessRequest> {
  return compileClause(
    clause,
    clause.patterns.map((pattern) => compileResourcePattern(pattern, variables)),
  )
}

function compileResourcePattern(pattern: Located<string>, variables: boolean): Test<AccessRequest> {
  const pieces = parsePattern(pattern.value, { wildcards: true, variables })
  if (!hasVariables(pieces)) {
    const compiled = compilePattern(pieces)
    return ({ resource }) => matchesResource(compiled, resource.arn)
  }
  if (variableOutsideResourcePart(pieces)) {
    const outside = pieces.find(({ kind }) => kind === 'variable' || kind === 'broken')
    const unresolved = outside?.kind === 'variable' ? outside.key : ''
    return () => ({ pattern, matched: false, unresolved })
  }
  return ({ resource, context }) => {
    const resolution = resolveVariables(pieces, variableLookup(context))
    // A value with a variable that has no value matches no resource.
    if (resolution.kind === 'unresolved')
      return { pattern, matched: false, unresolved: resolution.variable }
    const matched = matchesResource(compilePattern(resolution.pieces), resource.arn)
    return { pattern, matched, resolved: resolution.text }
  }
}
