import {
  documentElements,
  nearestName,
  statementElements,
  type JsonNode,
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
  return json?.kind === 'object' && meant(json, Object.keys(documentElements)).has(element)
}

/** The same for an element of a statement. */
export function statementNames(
  context: SourceContext,
  statement: Statement,
  element: StatementElement,
): boolean {
  return elementsMeant(context)(statement).has(element)
}

const elementsMeant = oncePerRun((context: SourceContext) => {
  const known = new WeakMap<Statement, ReadonlySet<string>>()
  return (statement: Statement) => {
    const found =
      known.get(statement) ?? meant(context.jsonAt(statement.span), Object.keys(statementElements))
    known.set(statement, found)
    return found
  }
})

function meant(node: JsonNode | undefined, elements: readonly string[]): ReadonlySet<string> {
  if (node?.kind !== 'object') return new Set()
  return new Set(
    node.members.flatMap(({ key: { value } }) =>
      elements.includes(value) ? value : (nearestName(value, elements) ?? []),
    ),
  )
}
