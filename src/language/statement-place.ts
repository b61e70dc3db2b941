import { statementName, type PolicySource, type Span } from '#policy'
import type { Decision, StatementRef, StatementTrace } from '#evaluator'
import { linesOf } from './words.ts'

/** The policies of a workspace as read, by name: where words need lines, they are counted in these texts. */
export type Sources = ReadonlyMap<string, PolicySource>

/** A statement by name and place. */
export interface StatementPlace {
  readonly ref: StatementRef
  readonly policyName: string
  /** The Sid, else "statement 2". */
  readonly name: string
  readonly span: Span
  /** "lines 4–13", "line 4"; empty for a policy whose text is not at hand. */
  readonly lines: string
}

/** Where a traced statement stands. */
export function statementPlace(
  { ref, statement }: StatementTrace,
  sources: Sources,
): StatementPlace {
  const source = sources.get(ref.policy)
  return {
    ref,
    policyName: ref.policy,
    name: statementName(statement),
    span: statement.span,
    lines: source ? linesOf(source, statement.span) : '',
  }
}

/** "statement DenyOutsideEU (guardrails, lines 4–13)", "statement 2 (app-role, lines 9–14)". */
export function statementPhrase({ name, policyName, lines }: StatementPlace): string {
  const numbered = /^statement \d+$/u.test(name)
  return `${numbered ? '' : 'statement '}${name} (${lines === '' ? policyName : `${policyName}, ${lines}`})`
}

/** The trace of a statement; undefined for a policy that takes no part. */
export function findStatement(
  decision: Decision,
  { policy, statement }: StatementRef,
): StatementTrace | undefined {
  for (const step of decision.steps)
    for (const trace of step.policies)
      if (trace.policy.name === policy)
        return trace.statements.find(({ ref }) => ref.statement === statement)
  return undefined
}
