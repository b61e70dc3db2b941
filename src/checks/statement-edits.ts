import type { Span, Statement, TextEdit } from '#policy'
import type { Context } from './check.ts'

/** A statement as its JSON says it. */
export type PlainStatement = Readonly<Record<string, unknown>>

/** Adds a statement behind one of the document's; a single statement becomes a list. */
export function addStatementAfter(
  context: Context,
  { span }: Statement,
  added: PlainStatement,
): readonly TextEdit[] | undefined {
  const { source, edit, document } = context
  const list = document.statementKey && edit.valueOf(document.statementKey.span)
  const text = edit.replace(span, added)[0]?.text
  if (!list || text === undefined) return undefined
  const behind = `,${gapBefore(source.text, span)}${text}`
  return list.start === span.start
    ? [
        { span: { start: span.start, end: span.start }, text: '[' },
        { span: { start: span.end, end: span.end }, text: `${behind}]` },
      ]
    : [{ span: { start: span.end, end: span.end }, text: behind }]
}

/** The line break and indent in front of a statement that begins its line. */
function gapBefore(text: string, { start }: Span): string {
  const lineBreak = text.lastIndexOf('\n', start - 1)
  const before = text.slice(lineBreak + 1, start)
  if (lineBreak < 0 || before.trim() !== '') return ' '
  return (text.charAt(lineBreak - 1) === '\r' ? '\r\n' : '\n') + before
}

/**
 * Takes strings out of the statement's list of actions and puts them into a statement of their own, which is otherwise a changed
 * copy. When nothing else is in the list, the statement itself is changed. Undefined when the statement does not parse.
 */
export function moveActions(
  context: Context,
  statement: Statement,
  entries: readonly { readonly value: string; readonly span: Span }[],
  change: (copy: PlainStatement) => PlainStatement,
): readonly TextEdit[] | undefined {
  const { edit, source } = context
  const spans = entries.map(({ span }) => span)
  const deletion = edit.deleteItems(spans)
  if (!deletion) return edit.rewrite(statement.span, (value) => change(value as PlainStatement))
  const copy = parse(source.text, statement.span)
  if (!copy || !statement.action) return undefined
  const values = entries.map(({ value }) => value)
  const moved = change({
    ...without(copy, 'Sid'),
    Action: values.length === 1 ? values[0] : values,
  })
  const insertion = addStatementAfter(context, statement, moved)
  return insertion && [...deletion, ...insertion]
}

function parse(text: string, { start, end }: Span): PlainStatement | undefined {
  try {
    return JSON.parse(text.slice(start, end)) as PlainStatement
  } catch {
    return undefined
  }
}

/** Deletes a string of a list, or the whole statement where it is the only one. */
export function deleteEntry(
  { edit }: Context,
  statement: Statement,
  span: Span,
): readonly TextEdit[] | undefined {
  return edit.deleteItems([span]) ?? edit.deleteItems([statement.span])
}

/** A copy without one key of its condition, and without what is empty then. */
export function withoutKey(copy: PlainStatement, operator: string, key: string): PlainStatement {
  const operators = copy['Condition'] as Readonly<Record<string, PlainStatement>>
  const keys = without(operators[operator] ?? {}, key)
  const left =
    Object.keys(keys).length > 0 ? { ...operators, [operator]: keys } : without(operators, operator)
  return Object.keys(left).length > 0 ? { ...copy, Condition: left } : without(copy, 'Condition')
}

function without(object: PlainStatement, name: string): PlainStatement {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== name))
}
