import type { Decision, Missing, PolicyTrace, StatementTrace, Step } from '#evaluator'
import { nearestAction } from './action-words.ts'
import { partsOf, type Part } from './parts.ts'

/** An Allow that would have helped, were it not for one part. */
export interface NearStatement {
  readonly trace: StatementTrace
  readonly part: Part
}

/** The near misses of an implicit deny, the closest first; of equally close ones, in the order in which AWS looks. */
export function nearStatements(decision: Decision): readonly NearStatement[] {
  if (decision.verdict !== 'implicitDeny') return []
  return decision.steps
    .filter((step) => wouldHelp(step, decision))
    .flatMap(({ policies }) => policies)
    .filter(({ notConsulted }) => notConsulted === undefined)
    .flatMap(({ statements }) => statements)
    .flatMap((trace) => nearMiss(trace, decision) ?? [])
    .sort((a, b) => distance(a, decision) - distance(b, decision))
}

/** The near miss that this statement is, if it is one. Its policy must be consulted and its layer one that was missed. */
export function nearMiss(trace: StatementTrace, decision: Decision): NearStatement | undefined {
  return trace.statement.effect?.value === 'Allow' ? oneShort(trace, decision) : undefined
}

/** What an allowed request escaped: the Denies that lack one part, in the order in which AWS looks. */
export function nearDenials(decision: Decision): readonly StatementTrace[] {
  if (decision.verdict !== 'allow') return []
  return decision.steps
    .flatMap(({ policies }) => policies)
    .filter(({ notConsulted }) => notConsulted === undefined)
    .flatMap(({ statements }) => statements)
    .filter((trace) => trace.statement.effect?.value === 'Deny' && oneShort(trace, decision))
}

/** A statement that lacks just one part, and is not about something else altogether. */
function oneShort(trace: StatementTrace, { request }: Decision): NearStatement | undefined {
  if (trace.applies || trace.faults.length > 0 || unmetCount(trace) !== 1) return undefined
  const part = partsOf(trace, request).find(({ met }) => !met)
  if (!part || (part.kind === 'action' && unrelated(part, request.action))) return undefined
  return { trace, part }
}

/** Whether an allow in this layer was missing. */
export function wouldHelp(
  { type, level }: Pick<Step, 'type' | 'level'>,
  decision: Decision,
): boolean {
  return decision.missing.some((missing) => helps(missing, type, level, decision))
}

function helps(
  missing: Missing,
  type: Step['type'],
  level: string | undefined,
  { relation }: Decision,
): boolean {
  switch (missing.kind) {
    case 'scpLevel':
      return type === 'scp' && level === missing.level
    case 'identity':
      // Within an account either side can grant.
      return type === 'identity' || (type === 'resource' && relation === 'sameAccount')
    case 'resource':
    case 'trust':
    case 'keyPolicy':
      return type === 'resource'
    case 'session':
    case 'sessionOfFederatedUser':
      return type === 'session'
    case 'boundary':
    case 'endpoint':
      return type === missing.kind
    case 'rootCannotAssumeRole':
      return false
  }
}

/** Counted without making words: most statements are no near miss. */
function unmetCount({ principal, action, resource, conditions }: StatementTrace): number {
  let count = 0
  for (const part of [principal, action, resource]) if (part && !part.matched) count++
  for (const condition of conditions) if (!condition.matched) count++
  return count
}

function unrelated(part: Part, action: Decision['request']['action']): boolean {
  if (part.kind !== 'action' || part.trace.clause.negated) return false
  const near = nearestAction(part.trace, action)
  return near === undefined || near.difference === 'other'
}

/** A typing error is the nearest, then a condition, the resource, the principal, and last another action. */
function distance({ part }: NearStatement, { request }: Decision): number {
  switch (part.kind) {
    case 'action': {
      const near = part.trace.clause.negated ? undefined : nearestAction(part.trace, request.action)
      return near?.difference === 'service' || near?.difference === 'oneEdit' ? 0 : 4
    }
    case 'condition':
      return 1
    case 'resource':
      return 2
    case 'principal':
      return 3
  }
}

/** The step and policy of that name. */
export function findPolicy(
  decision: Decision,
  name: string,
): { readonly step: Step; readonly trace: PolicyTrace } | undefined {
  for (const step of decision.steps) {
    const trace = step.policies.find(({ policy }) => policy.name === name)
    if (trace) return { step, trace }
  }
  return undefined
}
