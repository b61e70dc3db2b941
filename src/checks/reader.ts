import type { Finding, Fix, GrammarType, JsonMember, Span } from '#policy'
import { accessFix, fix, type CheckInfo, type SourceContext } from './check.ts'

/** A finding of `readPolicy`. Reading knows neither the policy's type nor edits, so some of its fixes are made here. */
export interface ReaderFinding extends CheckInfo {
  /** One more sentence. */
  readonly also?: (finding: Finding, context: SourceContext) => string
  readonly fixes?: (finding: Finding, context: SourceContext) => readonly (Fix | undefined)[]
}

const everywhere = { severity: 'error', appliesTo: 'all' } as const

/**
 * What reading a policy reports before any check runs: a text that is no JSON, or JSON that is no policy. Their pages stand with
 * those of the checks.
 */
export const readerFindings: readonly ReaderFinding[] = [
  { id: 'data-type-mismatch', ...everywhere, peers: ['Access Analyzer'] },
  { id: 'duplicate-json-key', ...everywhere, peers: [], also: lineOfFirst, fixes: mergeOrDelete },
  { id: 'invalid-condition-data-type', ...everywhere, peers: ['Access Analyzer'] },
  { id: 'invalid-policy-element', ...everywhere, peers: ['Access Analyzer', 'parliament'] },
  { id: 'json-comment', ...everywhere, peers: [], fixes: commentToSid },
  { id: 'json-syntax-error', ...everywhere, peers: ['Access Analyzer', 'parliament'] },
  { id: 'json-trailing-comma', ...everywhere, peers: [] },
  {
    id: 'missing-statement',
    ...everywhere,
    peers: ['Access Analyzer', 'parliament'],
    fixes: firstStatement,
  },
]

const byId = new Map(readerFindings.map((row) => [row.id, row]))

/** The reader's findings with every fix they can have. */
export function withFixes(context: SourceContext): readonly Finding[] {
  return context.source.problems.map((finding) => {
    const row = byId.get(finding.id)
    const more = row?.fixes?.(finding, context) ?? []
    const also = row?.also?.(finding, context)
    return {
      ...finding,
      message: also === undefined ? finding.message : `${finding.message} ${also}`,
      fixes: [...finding.fixes, ...more.flatMap((one) => one ?? [])],
    }
  })
}

/** Elements that take one string: two of them cannot be merged. */
const single = ['Version', 'Id', 'Sid', 'Effect']

function lineOfFirst({ span, related }: Finding, { lineAt }: SourceContext): string {
  return `The first one is in line ${lineAt(related?.[0]?.span.start ?? span.start)}.`
}

function mergeOrDelete({ span, related }: Finding, { source, edit }: SourceContext) {
  const earlier = related?.[0]?.span
  if (!earlier) return []
  const name = readText(source.text, span)
  const merged =
    typeof name === 'string' && single.includes(name)
      ? undefined
      : merge(valueAt(source.text, edit.valueOf(earlier)), valueAt(source.text, edit.valueOf(span)))
  const target = edit.valueOf(earlier)
  const deletion = edit.deleteMembers([span])
  return [
    merged !== undefined && target && deletion
      ? accessFix('Merge the two', [...edit.replace(target, merged), ...deletion])
      : undefined,
    fix('Delete the first one, which has no effect', edit.deleteMembers([earlier])),
    accessFix('Delete this one', deletion),
  ]
}

function valueAt(text: string, span: Span | undefined): unknown {
  return span && readText(text, span)
}

/** Undefined for a part that holds a comment or another slip. */
function readText(text: string, { start, end }: Span): unknown {
  try {
    return JSON.parse(text.slice(start, end)) as unknown
  } catch {
    return undefined
  }
}

/** Two values of one name as one: lists and strings become a list, objects one object. */
function merge(one: unknown, other: unknown): unknown {
  if (one === undefined || other === undefined) return undefined
  if (isObject(one) && isObject(other)) {
    const result: Record<string, unknown> = { ...one }
    for (const [name, value] of Object.entries(other)) {
      const both = Object.hasOwn(one, name) ? merge(one[name], value) : value
      if (both === undefined) return undefined
      result[name] = both
    }
    return result
  }
  if (isObject(one) !== isObject(other)) return undefined
  return [...new Set([one, other].flat())]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The comment becomes the Sid of the statement right behind it, if that has none. */
function commentToSid({ span }: Finding, { source, edit }: SourceContext) {
  const { text, draft } = source
  const next = draft?.statements.find(
    (statement) =>
      statement.span.start >= span.end && text.slice(span.end, statement.span.start).trim() === '',
  )
  const words = text.slice(span.start, span.end).match(/[A-Za-z0-9]+/gu) ?? []
  const sid = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const insertion = next && !next.sid && edit.insertMember(next.span, 'Sid', sid.slice(0, 64))
  if (!insertion || sid === '') return []
  return [fix('Make it the Sid of the statement', [{ span, text: '' }, ...insertion])]
}

function firstStatement({ span }: Finding, context: SourceContext) {
  const { edit, jsonAt, source, type } = context
  const node = jsonAt(span)
  const statement = skeleton(type)
  if (node?.kind === 'array') return [accessFix('Add a statement', edit.replace(span, [statement]))]
  if (source.json?.kind !== 'object') return []
  const last: JsonMember | undefined = source.json.members.at(-1)
  return [
    accessFix(
      'Add a statement',
      edit.insertMember(source.json.span, 'Statement', [statement], last?.key.span),
    ),
  ]
}

/** A statement with every element this type of policy requires, allowing nothing by itself. */
function skeleton(type: GrammarType): object {
  const principal = { Principal: type === 'rcp' || type === 'endpoint' ? '*' : { AWS: [] } }
  const named = type === 'resource' || type === 'rcp' || type === 'endpoint' || type === 'trust'
  return {
    Effect: type === 'scp' || type === 'rcp' ? 'Deny' : 'Allow',
    ...(named ? principal : {}),
    Action: type === 'trust' ? ['sts:AssumeRole'] : [],
    ...(type === 'trust' ? {} : { Resource: [] }),
  }
}
