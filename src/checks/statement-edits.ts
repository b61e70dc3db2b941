import type { Located, Span, Statement, TextEdit } from '#policy'
import type { Context } from './check.ts'

/** A string of a list. */
type Entry = Located<string>

/** A statement as its JSON says it. */
export type PlainStatement = Readonly<Record<string, unknown>>

/** Adds a statement behind one of the document's; a single statement becomes a list. */
export function addStatementAfter(
  context: Context,
  statement: Statement,
  added: PlainStatement,
): readonly TextEdit[] | undefined {
  return addStatementsAfter(context, statement, [added])
}

/** Adds several, in their order. */
function addStatementsAfter(
  { source, edit, document }: Context,
  { span }: Statement,
  added: readonly PlainStatement[],
): readonly TextEdit[] | undefined {
  const list = document.statementKey && edit.valueOf(document.statementKey.span)
  if (!list) return undefined
  const gap = gapBefore(source.text, span)
  const texts = added.map((one) => edit.replace(span, one)[0]?.text ?? '{}')
  const behind = texts.map((text) => `,${gap}${text}`).join('')
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
  entries: readonly Entry[],
  change: (copy: PlainStatement) => PlainStatement,
): readonly TextEdit[] | undefined {
  const { edit } = context
  const deletion = edit.deleteItems(entries.map(({ span }) => span))
  if (!deletion) return edit.rewrite(statement.span, (value) => change(value as PlainStatement))
  const moved = copyWith(context, statement, entries)
  const insertion = moved && addStatementAfter(context, statement, change(moved))
  return insertion && [...deletion, ...insertion]
}

/**
 * Takes groups of strings out of the statement's list of actions and gives each a statement of its own, which is otherwise the same.
 * At least one string has to stay. Undefined when the statement does not parse.
 */
export function splitOff(
  context: Context,
  statement: Statement,
  groups: readonly (readonly Entry[])[],
): readonly TextEdit[] | undefined {
  const deletion = context.edit.deleteItems(groups.flat().map(({ span }) => span))
  const copies = groups.flatMap((group): readonly PlainStatement[] => {
    const copy = copyWith(context, statement, group)
    return copy ? [copy] : []
  })
  if (!deletion || copies.length < groups.length) return undefined
  const insertion = addStatementsAfter(context, statement, copies)
  return insertion && [...deletion, ...insertion]
}

/** The statement without its Sid and with these actions. */
function copyWith(
  { source }: Context,
  statement: Statement,
  entries: readonly Entry[],
): PlainStatement | undefined {
  const copy = parse(source.text, statement.span)
  const values = entries.map(({ value }) => value)
  return copy && { ...without(copy, 'Sid'), Action: values.length === 1 ? values[0] : values }
}

/** Undefined for a part that does not parse. */
export function parse(text: string, { start, end }: Span): PlainStatement | undefined {
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
