import type { Action, Service } from '#reference'

/** Fewer strings that stand for the same actions of one service, or for a few more. */
export interface Cover {
  /** As after the colon. */
  readonly patterns: readonly string[]
  /** What the patterns match that was not asked for. */
  readonly added: readonly Action[]
}

interface Candidate {
  readonly pattern: string
  readonly wanted: readonly Action[]
  readonly added: readonly Action[]
}

/**
 * Covers the actions with as little text as a greedy choice finds: whole words at the beginning or the end of the names, and `*` for
 * all of them. `mayAdd` says which other actions a pattern may match as well.
 */
export function coverOf(
  service: Service,
  wanted: ReadonlySet<Action>,
  mayAdd: (action: Action) => boolean,
): Cover {
  const candidates = candidatesOf(service, wanted, mayAdd)
  const left = new Set(wanted)
  const chosen: Candidate[] = []
  for (;;) {
    let best: Candidate | undefined
    let mostSaved = 0
    for (const candidate of candidates) {
      const covered = candidate.wanted.filter((action) => left.has(action))
      if (covered.length < 2) continue
      const saved = lengthOf(covered.map(({ name }) => name)) - lengthOf([candidate.pattern])
      // Of two that save as much the one that adds less, then the one found first.
      const better =
        saved > mostSaved ||
        (saved === mostSaved && best !== undefined && candidate.added.length < best.added.length)
      if (!better) continue
      best = candidate
      mostSaved = saved
    }
    if (!best) break
    chosen.push(best)
    for (const action of best.wanted) left.delete(action)
  }
  const names = [...left].map(({ name }) => name)
  return {
    patterns: [...names, ...chosen.map(({ pattern }) => pattern)].sort(),
    added: [...new Set(chosen.flatMap(({ added }) => added))],
  }
}

/** Quotes, comma and space belong to each. */
function lengthOf(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + name.length + 4, 0)
}

function candidatesOf(
  { actions }: Service,
  wanted: ReadonlySet<Action>,
  mayAdd: (action: Action) => boolean,
): readonly Candidate[] {
  const groups = new Map<string, Action[]>()
  for (const action of actions)
    for (const pattern of patternsOf(action.name)) {
      const group = groups.get(pattern)
      if (group) group.push(action)
      else groups.set(pattern, [action])
    }
  return [...groups].flatMap(([pattern, matched]) => {
    const added = matched.filter((action) => !wanted.has(action))
    const here = matched.filter((action) => wanted.has(action))
    return here.length > 1 && added.every(mayAdd) ? [{ pattern, wanted: here, added }] : []
  })
}

/** `GetObjectAcl`: `*`, `Get*`, `GetObject*`, `*Acl`, `*ObjectAcl`. */
function patternsOf(name: string): readonly string[] {
  const patterns = ['*']
  for (let at = 1; at < name.length; at++) {
    if (!/[A-Z0-9]/u.test(name.charAt(at)) || /[A-Z0-9]/u.test(name.charAt(at - 1))) continue
    patterns.push(`${name.slice(0, at)}*`, `*${name.slice(at)}`)
  }
  patterns.push(`${name}*`, `*${name}`)
  return patterns
}
