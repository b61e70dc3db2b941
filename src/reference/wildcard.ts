import { compileGlob, matchesGlob, parsePattern } from '#policy'

/** A test of lower-case texts against a pattern of `*` and `?` in any case; `${` is nothing special in it. */
export function patternTest(pattern: string): (lower: string) => boolean {
  const pieces = parsePattern(pattern.toLowerCase(), { wildcards: true, variables: false })
  const glob = compileGlob(pieces)
  return (lower) => matchesGlob(glob, lower)
}
