import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { actionDetails, actionsMatching } from './lookup.ts'
import { searchActions, searchServices } from './search.ts'

/** Milliseconds a call takes: the median of many, after some to warm up. */
function median(run: () => unknown, times = 60): number {
  for (let index = 0; index < 15; index++) run()
  const took = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return took[times >> 1] ?? 0
}

/** Lookups and searches over all actions; a keystroke may cost 5 ms. */
export default function bench(): void {
  const reference = referenceFromDisk()
  const rows: readonly (readonly [string, () => unknown])[] = [
    ...['s3:Get*', '*:Get*', '*', '*:*Tag*', 's?s:*'].map(
      (pattern) => [`expand ${pattern}`, () => actionsMatching(reference, pattern)] as const,
    ),
    ['details of s3:GetObject', () => actionDetails(reference, 's3:GetObject')],
    ...['g', 'ge', 'get', 'gbp', 'getbucketpol', 'connect:uug', 'simple:send', 'list', 'aeiou'].map(
      (query) => [`actions for ${query}`, () => searchActions(reference, query)] as const,
    ),
    ...['s', 'simple queue', 'kms'].map(
      (query) => [`services for ${query}`, () => searchServices(reference, query)] as const,
    ),
  ]
  console.table(
    Object.fromEntries(rows.map(([name, run]) => [name, { ms: Number(median(run).toFixed(3)) }])),
  )
}
