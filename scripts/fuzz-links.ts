/**
 * Opens random and mutated links, 100,000 unless told: none may throw, take long, or unpack more than the cap. Too slow for
 * every run of the tests, which try a few thousand.
 *
 *     npx tsx scripts/fuzz-links.ts [runs]
 */
import fc from 'fast-check'
import { openPermalink, permalink } from '../src/share/index.ts'
import { arbitraryLink, arbitraryWorkspace, mutated, sealed } from './arbitrary-workspace.ts'

const runs = Number(process.argv[2] ?? 100_000)
const outcomes = new Map<string, number>()
let slowest = 0

function open(link: string): void {
  const start = performance.now()
  const { kind } = openPermalink(link)
  slowest = Math.max(slowest, performance.now() - start)
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1)
}

const half = Math.ceil(runs / 2)
fc.assert(fc.property(arbitraryLink, open), { numRuns: half })

// Mutations of a sound link, half of them sealed again so that they get past the check.
const links = arbitraryWorkspace.map((workspace) => permalink(workspace)).chain(mutated)
fc.assert(
  fc.property(links, fc.boolean(), (link, seal) => {
    open(seal ? sealed(/\.([\w-]*)/u.exec(link)?.[1] ?? '') : link)
  }),
  { numRuns: half },
)

console.log(
  `${2 * half} links: ${[...outcomes].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
)
console.log(
  `slowest ${slowest.toFixed(1)} ms, heap in use ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB`,
)
