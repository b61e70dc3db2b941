import { statementName, type Located, type PolicySource, type Span, type Statement } from '#policy'

/** A statement in the outline, with its elements below it. */
export interface OutlineItem {
  readonly name: string
  /** "Allow", "Deny" for a statement; empty for an element. */
  readonly detail: string
  readonly kind: 'statement' | 'element'
  /** All of it. */
  readonly span: Span
  /** The part that names it. */
  readonly nameSpan: Span
  readonly children: readonly OutlineItem[]
}

/** The statements of a text, in its order, as far as it can be understood. */
export function outline({ draft }: PolicySource): readonly OutlineItem[] {
  return (draft?.statements ?? []).map((statement) => ({
    name: statementName(statement),
    detail: statement.effect?.value ?? '',
    kind: 'statement',
    span: statement.span,
    nameSpan: statement.sid?.span ?? { start: statement.span.start, end: statement.span.start + 1 },
    children: elementsOf(statement),
  }))
}

function elementsOf({
  principal,
  action,
  resource,
  conditions,
  conditionKey,
}: Statement): readonly OutlineItem[] {
  const clauses = [principal, action, resource].flatMap((clause) =>
    clause ? [element(clause.key, clause.span)] : [],
  )
  const last = conditions.at(-1)
  const condition = conditionKey
    ? [
        element(conditionKey, {
          start: conditionKey.span.start,
          end: last?.span.end ?? conditionKey.span.end,
        }),
      ]
    : []
  return [...clauses, ...condition].sort((a, b) => a.span.start - b.span.start)
}

function element(key: Located<string>, span: Span): OutlineItem {
  return { name: key.value, detail: '', kind: 'element', span, nameSpan: key.span, children: [] }
}
