import { faultsOf, type GrammarType, type Statement } from '#policy'
import type { AccessRequest } from '#request'
import { compileAction } from './action.ts'
import { compileCondition, type CompiledCondition } from './condition.ts'
import type { ConditionTrace, StatementRef, StatementTrace } from './decision.ts'
import { compilePrincipal } from './principal.ts'
import { compileResource } from './resource.ts'
import { keepIfSame } from './unchanged.ts'

/** What a statement does with a request. `bounded`: a permissions boundary of the requester is consulted. */
export type CompiledStatement = (request: AccessRequest, bounded: boolean) => StatementTrace

/**
 * Does one statement apply? All its elements must match; each is evaluated in full, so that the trace shows all that fails.
 * A statement that AWS would not accept applies to nothing (semantics.md 1.11, 11.1).
 */
export function compileStatement(
  statement: Statement,
  ref: StatementRef,
  type: GrammarType,
  variables: boolean,
): CompiledStatement {
  const faults = faultsOf(statement, type)
  const matchPrincipal = statement.principal && compilePrincipal(statement.principal)
  const matchAction = statement.action && compileAction(statement.action)
  const matchResource = statement.resource && compileResource(statement.resource, variables)
  const compiled = statement.conditions.map((clause) => compileCondition(clause, variables))
  const results: ConditionTrace[] = []
  let last: StatementTrace | undefined
  return (request, bounded) => {
    const principal = matchPrincipal?.(request.principal, bounded)
    const action = matchAction?.(request.action)
    const resource = matchResource?.(request)
    for (let index = 0; index < compiled.length; index++)
      results[index] = (compiled[index] as CompiledCondition)(request.context)
    const conditions = keepIfSame(last?.conditions, results)
    const unchanged =
      last?.action === action &&
      last?.resource === resource &&
      last?.principal === principal &&
      last?.conditions === conditions
    if (last && unchanged) return last
    const applies =
      faults.length === 0 &&
      principal?.matched !== false &&
      action?.matched !== false &&
      resource?.matched !== false &&
      conditions.every(({ matched }) => matched)
    last = { ref, statement, applies, faults, principal, action, resource, conditions }
    return last
  }
}
