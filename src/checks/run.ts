import {
  grammarType,
  type Finding,
  type GrammarType,
  type PolicyDocument,
  type PolicySource,
  type Span,
  type Statement,
} from '#policy'
import type { Reference } from '#reference'
import * as all from './all.ts'
import type { Check, CheckInfo, Context, Extras, Sibling } from './check.ts'
import { editsOf } from './edits.ts'
import { withoutReplaced } from './precedence.ts'
import { readerFindings, withFixes } from './reader.ts'

/** Every check, in the order of their ids. */
export const checks: readonly Check[] = Object.values(all).sort(byId)

/** Everything that can be found, the reader's findings included, in the order of their ids. */
export const checkTable: readonly CheckInfo[] = [...checks, ...readerFindings].sort(byId)

function byId(a: CheckInfo, b: CheckInfo): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export interface CheckOptions {
  /** The facts about AWS, as far as they are loaded. Without any, the checks that need them are silent. */
  readonly reference: Reference
  /** Ids of checks that a workspace does not want. */
  readonly off?: readonly string[]
  /** Ids of checks that are off unless asked for, and are asked for. */
  readonly on?: readonly string[]
  /** The other policies of the same principal. */
  readonly siblings?: readonly Sibling[]
}

/**
 * Everything there is to say about a policy as one of its type, in the order of the text: what reading it found, and what the
 * checks find. Pure. Never throws: a check that does becomes a finding `internal-error`.
 */
export function runChecks(
  source: PolicySource,
  type: GrammarType,
  { reference, off = [], on = [], siblings = [] }: CheckOptions,
): readonly Finding[] {
  const document = source.draft
  const known = type === 'trust' ? type : grammarType(type, document)
  const found: Found[] = []
  const runner = newRunner(source, known, reference, siblings, found)
  const wanted = (check: Check) =>
    !off.includes(check.id) && (!check.offByDefault || on.includes(check.id))
  runner.walk(document, checksFor(known, reference).filter(wanted))
  const whole = onlyCertain(found, source).filter(({ id }) => !off.includes(id))
  return [...withoutReplaced(whole, document)].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1),
  )
}

/** A finding, and whether it is about a single string, so that it holds whatever stands around that string. */
interface Found {
  readonly finding: Finding
  readonly ofString: boolean
}

function newRunner(
  source: PolicySource,
  type: GrammarType,
  reference: Reference,
  siblings: readonly Sibling[],
  found: Found[],
) {
  let current: Check | undefined
  let ofString = false
  const report = (span: Span, message: string, extras: Extras = {}) => {
    if (!current) return
    const { id, severity } = current
    const fixes = (extras.fixes ?? []).flatMap((fix) => fix ?? [])
    found.push({
      finding: {
        id,
        severity: extras.severity ?? severity,
        span,
        message,
        fixes,
        ...(extras.related && { related: extras.related }),
      },
      ofString,
    })
  }
  const failed = new Set<Check>()
  /** One part to all checks that want it. A check that throws is out for the rest of the run. */
  const offer = <T, C>(
    lookers: readonly Looker<T, C>[],
    part: T,
    context: C,
    within: Statement,
  ) => {
    for (const { check, look } of lookers) {
      if (failed.size > 0 && failed.has(check)) continue
      current = check
      try {
        look(part, context, within)
      } catch (error) {
        failed.add(check)
        found.push({ finding: internalError(check, error), ofString: true })
      }
    }
  }

  const walk = (document: PolicyDocument | undefined, wanted: readonly Check[]) => {
    const edit = editsOf(source)
    const shared = {
      type,
      source,
      reference,
      siblings,
      edit,
      jsonAt: edit.nodeAt,
      lineAt: linesOf(source.text),
      report,
    }
    found.push(...withFixes(shared).map((finding) => ({ finding, ofString: false })))
    const nowhere: Statement = { index: -1, span: { start: 0, end: 0 }, conditions: [], faults: [] }
    offer(lookers(wanted, 'source'), source, shared, nowhere)
    if (!document) return
    const context: Context = { ...shared, document }
    offer(lookers(wanted, 'document'), document, context, nowhere)
    const ofStatement = lookers(wanted, 'statement')
    const ofPrincipal = lookers(wanted, 'principal')
    const ofAction = lookers(wanted, 'action')
    const ofResource = lookers(wanted, 'resource')
    const ofCondition = lookers(wanted, 'condition')
    for (const statement of document.statements) {
      const { principal, action, resource, conditions } = statement
      ofString = false
      offer(ofStatement, statement, context, statement)
      ofString = true
      for (const part of principal?.patterns ?? []) offer(ofPrincipal, part, context, statement)
      for (const part of action?.patterns ?? []) offer(ofAction, part, context, statement)
      for (const part of resource?.patterns ?? []) offer(ofResource, part, context, statement)
      for (const part of conditions) offer(ofCondition, part, context, statement)
    }
  }
  return { walk }
}

/** A check's function for one kind of part. */
interface Looker<T, C> {
  readonly check: Check
  readonly look: (part: T, context: C, statement: Statement) => void
}

type Part = 'source' | 'document' | 'statement' | 'action' | 'resource' | 'principal' | 'condition'
type Look<P extends Part> = NonNullable<Check[P]>

function lookers<P extends Part>(
  wanted: readonly Check[],
  part: P,
): readonly Looker<Parameters<Look<P>>[0], Parameters<Look<P>>[1]>[] {
  return wanted.flatMap((check) => {
    const look = check[part] as
      Looker<Parameters<Look<P>>[0], Parameters<Look<P>>[1]>['look'] | undefined
    return look ? { check, look } : []
  })
}

/** Not loaded is not wrong: a check whose facts are not there yet does not run. */
function isReady(check: Check, reference: Reference): boolean {
  return check.needs === undefined || reference.names !== undefined
}

function checksFor(type: GrammarType, reference: Reference): readonly Check[] {
  return checks.filter(
    (check) =>
      (check.appliesTo === 'all' || check.appliesTo.includes(type)) && isReady(check, reference),
  )
}

/** The line of an offset; where the lines begin is found out when the first one is asked for. */
function linesOf(text: string): (offset: number) => number {
  let breaks: readonly number[] | undefined
  return (offset) => {
    breaks ??= Array.from(text.matchAll(/\n/gu), ({ index }) => index)
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

function internalError(check: Check, error: unknown): Finding {
  const words = error instanceof Error ? error.message : String(error)
  return {
    id: 'internal-error',
    severity: 'warning',
    span: { start: 0, end: 0 },
    message: `the check "${check.id}" failed (${words}). That is a fault of Sidelight, not of this policy; the other checks ran.`,
    fixes: [],
  }
}

/**
 * Behind a syntax error only findings on complete strings count: what is missing there may just not have been recovered. Statements
 * that end before the error are judged in full.
 */
function onlyCertain(found: readonly Found[], source: PolicySource): readonly Finding[] {
  const errors = source.problems.filter(({ id }) => id === 'json-syntax-error')
  if (errors.length === 0) return found.map(({ finding }) => finding)
  const first = Math.min(...errors.map(({ span }) => span.start))
  const complete =
    source.draft?.statements.filter(
      ({ span }) => span.end <= first && isClosed(source.text.slice(span.start, span.end)),
    ) ?? []
  // A quote that is missing makes names of what stands between two strings.
  const isStray = ({ id, fixes }: Finding) => id === 'invalid-policy-element' && fixes.length === 0
  const keeps = ({ finding, ofString }: Found) => keepsAt(finding, ofString) && !isStray(finding)
  const keepsAt = ({ id, span }: Finding, ofString: boolean) =>
    id.startsWith('json-') ||
    id === 'internal-error' ||
    complete.some(
      (statement) => statement.span.start <= span.start && span.end <= statement.span.end,
    ) ||
    (isWholeString(source.text, span) && (ofString || !isName(source.text, span)))
  return found.filter(keeps).map(({ finding }) => finding)
}

/** Whether every bracket in this text is closed again: else its end is only where reading stopped. */
function isClosed(text: string): boolean {
  const brackets = text.replace(/"(?:[^"\\]|\\.)*"/gu, '').replace(/[^{}[\]]/gu, '')
  const opening = brackets.replace(/[}\]]/gu, '').length
  return opening * 2 === brackets.length
}

function isWholeString(text: string, { start, end }: Span): boolean {
  return /^"(?:[^"\\\n]|\\.)*"$/u.test(text.slice(start, end))
}

function isName(text: string, { end }: Span): boolean {
  return /^\s*:/u.test(text.slice(end, end + 20))
}
