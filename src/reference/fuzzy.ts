/** Where a query was found in a name: half-open ranges of UTF-16 offsets. */
export type Ranges = readonly (readonly [start: number, end: number])[]

/** How well a query fits a name; less is better. */
export interface FuzzyMatch {
  readonly penalty: number
  readonly ranges: Ranges
}

/**
 * What each kind of match costs. The steps between the kinds are larger than the sum of what is added within one, so that a better
 * kind always comes first.
 */
const penalties = {
  /** `GetObject` for `getobject`. */
  exact: 0,
  /** `GetObjectAcl` for `getobj`. */
  start: 100,
  /** `BatchGetItem` for `getitem`: where a word starts. */
  wordStart: 200,
  /** `GetBucketPolicy` for `gbp` or `getbupol`: from starts of words on. */
  humps: 300,
  /** `GetBucketPolicy` for `ucket`: people paste and mistype, but rarely mean it. */
  inside: 400,
  /** A word that a match in humps leaves out: `gp` for `GetBucketPolicy`. */
  skippedWord: 8,
  /** A match in humps that does not start with the name's first word. */
  lateStart: 12,
  /** For each character of the name that the query does not account for: of equals, the shorter name. */
  restOfName: 0.2,
}

/** A name prepared for many queries. */
export interface Target {
  readonly lower: string
  /** The offsets at which its words start. */
  readonly starts: readonly number[]
  /** One bit for each letter that occurs, and for each that starts a word: most names are ruled out by these alone. */
  readonly letters: number
  readonly initials: number
}

/** Splits a name in camel case, or with separators, into its words. */
export function prepareTarget(name: string): Target {
  const starts: number[] = []
  let initials = 0
  for (let at = 0; at < name.length; at++) {
    if (!startsWord(name, at)) continue
    starts.push(at)
    initials |= bit(name.charCodeAt(at))
  }
  const lower = name.toLowerCase()
  return { lower, starts, letters: lettersOf(lower), initials }
}

function startsWord(name: string, at: number): boolean {
  if (at === 0) return true
  const char = name.charAt(at)
  const before = name.charAt(at - 1)
  if (!/[A-Za-z0-9]/u.test(char)) return false
  if (!/[A-Za-z0-9]/u.test(before)) return true
  if (/[0-9]/u.test(char)) return !/[0-9]/u.test(before)
  if (!/[A-Z]/u.test(char)) return false
  // In `DBInstance` the `I` starts a word, in `ACL` only the `A` does.
  return !/[A-Z]/u.test(before) || /[a-z]/u.test(name.charAt(at + 1))
}

/** The bits of all letters of a text in lower case; digits share one bit, everything else another. */
export function lettersOf(lower: string): number {
  let letters = 0
  for (let at = 0; at < lower.length; at++) letters |= bit(lower.charCodeAt(at))
  return letters
}

function bit(code: number): number {
  const letter = (code | 32) - 97
  if (letter >= 0 && letter < 26) return 1 << letter
  return code >= 48 && code <= 57 ? 1 << 26 : 1 << 27
}

/** What a query costs in a name, or undefined when it is not in it. The query is in lower case; `letters` are its own. */
export function penaltyOf(query: string, letters: number, target: Target): number | undefined {
  if ((letters & ~target.letters) !== 0) return undefined
  const rest = (target.lower.length - query.length) * penalties.restOfName
  if (query.length > target.lower.length) return undefined
  const at = target.lower.indexOf(query)
  if (at === 0)
    return query.length === target.lower.length ? penalties.exact : penalties.start + rest
  if (at > 0 && target.starts.includes(at)) return penalties.wordStart + rest
  if ((bit(query.charCodeAt(0)) & target.initials) !== 0) {
    const humps = bestHumps(query, target)
    if (humps) return penalties.humps + humps.cost + rest
  }
  return at > 0 && query.length > 2 ? penalties.inside + rest : undefined
}

/** The same with the places found: for the few matches that are shown. */
export function matchFuzzy(query: string, target: Target): FuzzyMatch | undefined {
  const lower = query.toLowerCase()
  const penalty = penaltyOf(lower, lettersOf(lower), target)
  if (penalty === undefined) return undefined
  const at = target.lower.indexOf(lower)
  const inHumps = penalty >= penalties.humps && penalty < penalties.inside
  const humps = inHumps || at < 0 ? bestHumps(lower, target) : undefined
  if (humps) return { penalty, ranges: humps.ranges }
  return { penalty, ranges: lower === '' ? [] : [[at, at + lower.length]] }
}

interface Humps {
  readonly cost: number
  readonly ranges: Ranges
}

/**
 * Spells a query from the beginnings of words, in order: each piece is the start of a word, or runs on from the piece before. Of all
 * ways the cheapest; names have few words, so all are tried.
 */
function bestHumps(query: string, target: Target): Humps | undefined {
  const { lower, starts } = target
  const tried = new Map<number, Humps | undefined>()

  const from = (done: number, word: number): Humps | undefined => {
    if (done === query.length) return { cost: 0, ranges: [] }
    const key = done * 64 + word
    if (tried.has(key)) return tried.get(key)
    let best: Humps | undefined
    for (let next = word; next < starts.length; next++) {
      const start = starts[next] ?? 0
      if (lower.charCodeAt(start) !== query.charCodeAt(done)) continue
      const skipped = next - word
      const cost =
        (skipped > 0 && word === 0 ? penalties.lateStart : 0) + skipped * penalties.skippedWord
      if (best && best.cost <= cost) break
      // The longer a piece runs on the better, but a shorter one may leave letters for later words.
      let length = 1
      while (
        done + length < query.length &&
        lower.charCodeAt(start + length) === query.charCodeAt(done + length)
      )
        length++
      for (; length > 0; length--) {
        const rest = from(done + length, next + 1)
        if (!rest || (best && best.cost <= cost + rest.cost)) continue
        best = { cost: cost + rest.cost, ranges: [[start, start + length], ...rest.ranges] }
      }
    }
    tried.set(key, best)
    return best
  }

  return from(0, 0)
}
