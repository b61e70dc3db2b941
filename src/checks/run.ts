import {
  grammarType,
  type Finding,
  type GrammarType,
  type PolicyDocument,
  type PolicySource,
  type Span,
} from '#policy'
import type { Reference } from '#reference'
import * as all from './all.ts'
import type { Check, CheckInfo, Context, Extras, Sibling } from './check.ts'
import { editsOf, nodeAt } from './edits.ts'
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
  /** One check on one part. A check that throws is out for the rest of the run. */
  const offer = (check: Check, work: () => void) => {
    if (failed.has(check)) return
    current = check
    try {
      work()
    } catch (error) {
      failed.add(check)
      found.push({ finding: internalError(check, error), ofString: true })
    }
  }

  const walk = (document: PolicyDocument | undefined, wanted: readonly Check[]) => {
    const shared = {
      type,
      source,
      reference,
      siblings,
      edit: editsOf(source),
      jsonAt: (span: Span) => nodeAt(source.json, span),
      lineAt: (offset: number) => source.text.slice(0, offset).split('\n').length,
      report,
    }
    found.push(...withFixes(shared).map((finding) => ({ finding, ofString: false })))
    for (const check of wanted) if (check.source) offer(check, () => check.source?.(source, shared))
    if (!document) return
    const context: Context = { ...shared, document }
    for (const check of wanted)
      if (check.document) offer(check, () => check.document?.(document, context))
    const by = {
      statement: wanted.filter(({ statement }) => statement),
      action: wanted.filter(({ action }) => action),
      resource: wanted.filter(({ resource }) => resource),
      principal: wanted.filter(({ principal }) => principal),
      condition: wanted.filter(({ condition }) => condition),
    }
    for (const statement of document.statements) {
      ofString = false
      for (const check of by.statement) offer(check, () => check.statement?.(statement, context))
      ofString = true
      for (const pattern of statement.principal?.patterns ?? [])
        for (const check of by.principal)
          offer(check, () => check.principal?.(pattern, context, statement))
      for (const pattern of statement.action?.patterns ?? [])
        for (const check of by.action)
          offer(check, () => check.action?.(pattern, context, statement))
      for (const pattern of statement.resource?.patterns ?? [])
        for (const check of by.resource)
          offer(check, () => check.resource?.(pattern, context, statement))
      for (const clause of statement.conditions)
        for (const check of by.condition)
          offer(check, () => check.condition?.(clause, context, statement))
    }
  }
  return { walk }
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

function internalError(check: Check, error: unknown): Finding {
  const words = error instanceof Error ? error.message : String(error)
  return {
    id: 'internal-error',
    severity: 'warning',
    span: { start: 0, end: 1 },
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
  const keeps = ({ finding: { id, span }, ofString }: Found) =>
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
