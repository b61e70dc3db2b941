import { resolveVariables, type Piece, type Resolution } from '#policy'
import type { Context } from '#request'

/**
 * What becomes of pieces with a request's variables: `${key}` is the value of the single-valued context key of that name; a
 * multivalued key has none. `make` is asked again only when a variable's value changed: most statements meet the same principal
 * again and again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function completing<T>(
  pieces: readonly Piece[],
  make: (completion: Resolution) => T,
): (context: Context) => T {
  const keys = pieces.flatMap((piece) =>
    piece.kind === 'variable' ? [piece.key.toLowerCase()] : [],
  )
  let last: { readonly values: readonly (string | undefined)[]; readonly made: T } | undefined
  return (context) => {
    if (!last || keys.some((key, index) => valueOf(context, key) !== last?.values[index])) {
      const values = keys.map((key) => valueOf(context, key))
      last = {
        values,
        made: make(resolveVariables(pieces, (key) => valueOf(context, key.toLowerCase()))),
      }
    }
    return last.made
  }
}

function valueOf(context: Context, lowerKey: string): string | undefined {
  const entry = context.get(lowerKey)
  return entry && !entry.multivalued ? entry.values[0] : undefined
}
