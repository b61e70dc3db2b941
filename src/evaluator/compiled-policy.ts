import { grammarType, type PolicyDocument } from '#policy'
import type { AccessRequest } from '#request'
import type { AttachedPolicy, StatementRef, StatementTrace } from './decision.ts'
import { compileStatement, type CompiledStatement } from './statement.ts'

interface CompiledPolicy {
  readonly name: string
  readonly type: AttachedPolicy['type']
  readonly refs: readonly StatementRef[]
  readonly statements: readonly CompiledStatement[]
}

/** A document is compiled once, however many requests it meets; it is immutable, so the entry never goes stale. */
const compiled = new WeakMap<PolicyDocument, CompiledPolicy>()

function compilePolicy(policy: AttachedPolicy, document: PolicyDocument): CompiledPolicy {
  const known = compiled.get(document)
  if (known?.name === policy.name && known.type === policy.type) return known
  const type = grammarType(policy.type, document)
  const made: CompiledPolicy = {
    name: policy.name,
    type: policy.type,
    refs: document.statements.map(({ index }) => ({ policy: policy.name, statement: index })),
    statements: document.statements.map((statement) =>
      compileStatement(statement, type, document.variables),
    ),
  }
  compiled.set(document, made)
  return made
}

/** Traces every statement of a policy; a policy without a document has none. */
export function traceStatements(
  policy: AttachedPolicy,
  request: AccessRequest,
  bounded: boolean,
): readonly StatementTrace[] {
  if (!policy.document) return []
  const { refs, statements } = compilePolicy(policy, policy.document)
  return statements.map((trace, index) => trace(refs[index] as StatementRef, request, bounded))
}
