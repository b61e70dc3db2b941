import { parsePattern, type Located, type Piece, type Statement, type VariableFlaw } from '#policy'
import { accessFix, oncePerRun, type Context } from '../check.ts'

/** A string in which `${…}` is a variable: of Resource, NotResource, or a condition whose operator replaces variables. */
export function stringsWithVariables(statement: Statement): readonly Located<string>[] {
  const { resource, conditions } = statement
  return [
    ...(resource?.patterns ?? []),
    ...conditions.flatMap(({ operator, values }) =>
      operator?.entry.variables === true ? values : [],
    ),
  ].filter(({ value }) => value.includes('${'))
}

const piecesOf = oncePerRun((_context: Context) => {
  const known = new Map<string, readonly Piece[]>()
  return (text: string) => {
    const pieces = known.get(text) ?? parsePattern(text, { wildcards: true, variables: true })
    known.set(text, pieces)
    return pieces
  }
})

/** The variables of a string, well-formed or not. */
export function variablesIn(context: Context, text: string) {
  return piecesOf(context)(text).filter(
    (piece) => piece.kind === 'variable' || piece.kind === 'broken',
  )
}

/** Reports every string of the statement with a `${` that is no variable because of one flaw; `repair` gets what is written there. */
export function reportFlaw(
  statement: Statement,
  context: Context,
  flaw: VariableFlaw,
  words: (raw: string, repaired: string | undefined) => string,
  repair: (raw: string) => string | undefined,
): void {
  for (const { value, span } of stringsWithVariables(statement)) {
    const broken = variablesIn(context, value).flatMap((piece) =>
      piece.kind === 'broken' && piece.flaw === flaw ? piece.raw : [],
    )
    const [first] = broken
    if (first === undefined) continue
    const repaired = repair(first)
    const mended = broken.reduce((text, raw) => text.replace(raw, () => repair(raw) ?? raw), value)
    context.report(span, words(first, repaired), {
      fixes:
        repaired === undefined
          ? []
          : [accessFix(`Change to "${mended}"`, context.edit.replace(span, mended))],
    })
  }
}
