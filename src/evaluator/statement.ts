import { faultsOf, type GrammarType, type Statement } from '#policy'
import type { AccessRequest } from '#request'
import { compileAction } from './action.ts'
import { compileCondition } from './condition.ts'
import type { ConditionTrace, StatementRef, StatementTrace } from './decision.ts'
import { compilePrincipal } from './principal.ts'
import { compileResource } from './resource.ts'

/** What a statement does with a request. `bounded`: a permissions boundary of the requester is consulted. */
export type CompiledStatement = (
  ref: StatementRef,
  request: AccessRequest,
  bounded: boolean,
) => StatementTrace

const noConditions: readonly ConditionTrace[] = []

/**
 * Does one statement apply? All its elements must match; each is evaluated in full, so that the trace shows all that fails.
 * A statement that AWS would not accept applies to nothing (semantics.md 1.11, 11.1).
 */
export function compileStatement(
  statement: Statement,
  type: GrammarType,
  variables: boolean,
): CompiledStatement {
  const faults = faultsOf(statement, type)
  const sound = faults.length === 0
  const matchPrincipal = statement.principal && compilePrincipal(statement.principal)
  const matchAction = statement.action && compileAction(statement.action)
  const matchResource = statement.resource && compileResource(statement.resource, variables)
  const conditions = statement.conditions.map((clause) => compileCondition(clause, variables))
  return (ref, request, bounded) => {
    const principal = matchPrincipal?.(request.principal, bounded)
    const action = matchAction?.(request.action)
    const resource = matchResource?.(request)
    let applies =
      sound &&
      principal?.matched !== false &&
      action?.matched !== false &&
      resource?.matched !== false
    let traces = noConditions
    if (conditions.length > 0) {
      const list: ConditionTrace[] = []
      for (const condition of conditions) {
        const trace = condition(request.context)
        if (!trace.matched) applies = false
        list.push(trace)
      }
      traces = list
    }
    return { ref, statement, applies, faults, principal, action, resource, conditions: traces }
  }
}
