import { statementGrammar, type PolicyDocument } from '#policy'
import type { AccessRequest } from '#request'
import type { AttachedPolicy, PolicyTrace, StatementTrace } from './decision.ts'
import { compileStatement, type CompiledStatement } from './statement.ts'

interface CompiledPolicy {
  readonly name: string
  readonly type: AttachedPolicy['type']
  readonly statements: readonly CompiledStatement[]
}

/** A document is compiled once, however many requests it meets; it is immutable, so the entry never goes stale. */
const compiled = new WeakMap<PolicyDocument, CompiledPolicy>()

function compilePolicy({ name, type }: AttachedPolicy, document: PolicyDocument): CompiledPolicy {
  const known = compiled.get(document)
  if (known?.name === name && known.type === type) return known
  const statements = document.statements.map((statement) =>
    compileStatement(
      statement,
      { policy: name, statement: statement.index },
      statementGrammar(type, statement),
      document.variables,
    ),
  )
  const made: CompiledPolicy = { name, type, statements }
  compiled.set(document, made)
  return made
}

/** Traces every statement of a policy; a policy without a document has none. */
export function traceStatements(
  policy: AttachedPolicy,
  request: AccessRequest,
  bounded: boolean,
): Pick<PolicyTrace, 'statements' | 'allows' | 'denies'> {
  const statements: StatementTrace[] = []
  const allows: StatementTrace[] = []
  const denies: StatementTrace[] = []
  if (policy.document) {
    for (const evaluateStatement of compilePolicy(policy, policy.document).statements) {
      const trace = evaluateStatement(request, bounded)
      statements.push(trace)
      if (trace.applies) (trace.statement.effect?.value === 'Allow' ? allows : denies).push(trace)
    }
  }
  return { statements, allows, denies }
}
