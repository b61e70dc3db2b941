/**
 * The known name that `name` was probably meant to be: within a third of its length by Damerau–Levenshtein distance (a
 * transposition counts one), case ignored. Undefined when none is that near. Of two equally near ones the one that shares the
 * longer beginning wins, then the one that comes first.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const lower = name.toLowerCase()
  let best: { name: string; distance: number; shared: number } | undefined
  for (const candidate of known) {
    const other = candidate.toLowerCase()
    const limit = Math.floor(Math.max(lower.length, other.length) / 3)
    if (Math.abs(lower.length - other.length) > limit) continue
    const distance = editDistance(lower, other, best ? Math.min(limit, best.distance) : limit)
    if (distance === undefined) continue
    const shared = sharedPrefix(lower, other)
    if (!best || distance < best.distance || (distance === best.distance && shared > best.shared))
      best = { name: candidate, distance, shared }
  }
  return best?.name
}

function sharedPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

/** Optimal string alignment distance, or undefined when it is above `limit`. */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let smallest = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
      smallest = Math.min(smallest, cost)
    }
    if (smallest > limit) return undefined
    beforeLast = last
    last = row
  }
  const distance = last[b.length] ?? 0
  return distance <= limit ? distance : undefined
}
