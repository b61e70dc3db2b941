import { compileGlob, matchesGlob, parsePattern } from '#policy'

/** The first part in which an ARN pattern and an ARN differ, with both texts. */
export interface ArnDifference {
  readonly part: 'partition' | 'service' | 'Region' | 'account' | 'resource'
  readonly here: string
  readonly asked: string
}

const parts = ['partition', 'service', 'Region', 'account', 'resource'] as const

/** Undefined where `pattern` does not begin as an ARN does; a pattern that ends early differs where it ends. */
export function arnDifference(pattern: string, arn: string): ArnDifference | undefined {
  const mine = fields(pattern)
  const theirs = fields(arn)
  if (mine[0] !== 'arn' || theirs[0] !== 'arn') return undefined
  for (const [index, part] of parts.entries()) {
    const here = mine[index + 1] ?? ''
    const asked = theirs[index + 1] ?? ''
    const fits = matchesGlob(
      compileGlob(parsePattern(here, { wildcards: true, variables: false })),
      asked,
    )
    if (!fits) return { part, here, asked }
  }
  return undefined
}

/** Split at the first five colons. */
function fields(text: string): readonly string[] {
  const all = text.split(':')
  return all.length <= 6 ? all : [...all.slice(0, 5), all.slice(5).join(':')]
}
