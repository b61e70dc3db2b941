import {
  documentElements,
  member,
  nearestName,
  statementElements,
  type JsonMember,
  type JsonObject,
  type Span,
  type Statement,
} from '#policy'
import { oncePerRun, type SourceContext } from './check.ts'

type DocumentElement = keyof typeof documentElements
type StatementElement = keyof typeof statementElements

/**
 * Whether an element is written in the document, under its own name or one that was probably meant to be it: a misspelt element
 * has its finding already and is not also missing.
 */
export function documentNames(context: SourceContext, element: DocumentElement): boolean {
  const { json } = context.source
  return json?.kind === 'object' && meant(json, documentNamesKnown).has(element)
}

/** Whether a statement has none of these elements, nor a name that was probably meant to be one of them. */
export function lacks(
  context: SourceContext,
  { span }: Statement,
  ...elements: readonly StatementElement[]
): boolean {
  const meantHere = elementsMeant(context)(span)
  return meantHere !== undefined && !elements.some((element) => meantHere.has(element))
}

/** A statement as the beginning of a sentence: by its Sid, else by its number from one. */
export function nameOf({ sid, index }: Statement): string {
  return sid?.value ? `the statement "${sid.value}"` : `statement ${index + 1}`
}

/** The element of a statement as JSON: also what the document leaves out because it is of the wrong kind. */
export function elementOf(
  context: SourceContext,
  { span }: Statement,
  name: StatementElement,
): JsonMember | undefined {
  const node = context.jsonAt(span)
  return node?.kind === 'object' ? member(node, name) : undefined
}

/** The name of the first of these elements that is written: the place behind which another one goes. */
export function keyOf(
  context: SourceContext,
  statement: Statement,
  ...names: readonly StatementElement[]
): Span | undefined {
  for (const name of names) {
    const found = elementOf(context, statement, name)
    if (found) return found.key.span
  }
  return undefined
}

const elementsMeant = oncePerRun(({ jsonAt }: SourceContext) => {
  const known = new Map<number, ReadonlySet<string> | undefined>()
  return (statement: Span) => {
    if (!known.has(statement.start)) {
      const node = jsonAt(statement)
      // A statement that is no object has its finding already.
      known.set(statement.start, node?.kind === 'object' ? meant(node, statementNames) : undefined)
    }
    return known.get(statement.start)
  }
})

const documentNamesKnown = Object.keys(documentElements)
const statementNames = Object.keys(statementElements)

function meant({ members }: JsonObject, elements: readonly string[]): ReadonlySet<string> {
  return new Set(
    members.flatMap(({ key: { value } }) =>
      elements.includes(value) ? value : (nearestName(value, elements) ?? []),
    ),
  )
}
