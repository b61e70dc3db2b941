import { compileGlob, matchesGlob, parsePattern, type Located, type Statement } from '#policy'

/** How a statement's Action or NotAction includes an action, and what in the text does it. */
export interface Inclusion {
  /** `byName`: spelled out; `byWildcard`: a pattern fits it; `leftIn`: NotAction does not except it. */
  readonly how: 'byName' | 'byWildcard' | 'leftIn'
  /** The string that includes it; for NotAction the element's name. */
  readonly entry: Located<string>
}

/** How a statement includes an action (`service:Name`); undefined if it does not. The action's own name goes before a wildcard. */
export function inclusionOf({ action }: Statement, wanted: string): Inclusion | undefined {
  if (!action) return undefined
  const lower = wanted.toLowerCase()
  const fitting = action.patterns.filter((pattern) => fits(pattern, lower))
  if (action.negated)
    return fitting.length === 0 && action.patterns.length > 0
      ? { how: 'leftIn', entry: action.key }
      : undefined
  const named = fitting.find(({ value }) => value.toLowerCase() === lower)
  const entry = named ?? fitting[0]
  return entry && { how: named ? 'byName' : 'byWildcard', entry }
}

const tests = new WeakMap<Located<string>, (lower: string) => boolean>()

/** Whether a string of Action matches an action given in lower case; each pattern is compiled once. */
function fits(pattern: Located<string>, lower: string): boolean {
  let test = tests.get(pattern)
  if (!test) {
    const glob = compileGlob(
      parsePattern(pattern.value.toLowerCase(), { wildcards: true, variables: false }),
    )
    test = (action) => matchesGlob(glob, action)
    tests.set(pattern, test)
  }
  return test(lower)
}
