/** What a first visit loads, gzipped, and whether that is still within the budget. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const budget = { js: 200_000, css: 20_000 }
const dist = new URL('../dist/', import.meta.url)

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<
  string,
  Chunk
>

function chunk(id: string): Chunk {
  const found = manifest[id]
  if (!found) throw new Error(`the manifest has no ${id}`)
  return found
}

/** The chunk and all it imports statically: what has to arrive before it runs. */
function closure(id: string, into = new Set<string>()): Set<string> {
  if (into.has(id)) return into
  into.add(id)
  for (const next of chunk(id).imports ?? []) closure(next, into)
  return into
}

const filesOf = (ids: Iterable<string>): Set<string> =>
  new Set([...ids].flatMap((id) => [chunk(id).file, ...(chunk(id).css ?? [])]))

const gzipped = (file: string): number => gzipSync(readFileSync(new URL(file, dist))).length

const sum = (files: Iterable<string>, ending: string): number =>
  [...files].filter((file) => file.endsWith(ending)).reduce((all, file) => all + gzipped(file), 0)

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

function print(name: string, js: number, css: number): void {
  console.log(`${name.padEnd(50)} ${kB(js).padStart(10)} ${kB(css).padStart(10)}`)
}

const shellIds = closure('index.html')
const shell = filesOf(shellIds)
const shellJs = sum(shell, '.js')
const shellCss = sum(shell, '.css')

console.log(`${'gzipped'.padEnd(50)} ${'JS'.padStart(10)} ${'CSS'.padStart(10)}`)
print('shell: all that index.html loads', shellJs, shellCss)
print('  budget', budget.js, budget.css)

// Then what is loaded on demand. A file counts where it is asked for first.
const seen = new Set(shell)
const waiting = [...shellIds].flatMap((id) => chunk(id).dynamicImports ?? [])
const asked = new Set<string>()
for (let id = waiting.shift(); id; id = waiting.shift()) {
  if (asked.has(id)) continue
  asked.add(id)
  const ids = closure(id)
  const files = [...filesOf(ids)].filter((file) => !seen.has(file))
  files.forEach((file) => seen.add(file))
  waiting.push(...[...ids].flatMap((each) => chunk(each).dynamicImports ?? []))
  print(`on demand: ${id}`, sum(files, '.js'), sum(files, '.css'))
}

// Workers are bundles of their own and not in the manifest.
for (const file of readdirSync(new URL('assets/', dist)).filter((name) => name.endsWith('.js')))
  if (!seen.has(`assets/${file}`)) print(`worker: ${file}`, gzipped(`assets/${file}`), 0)

// The page for other sites' frames is classic scripts, which are in no manifest: what it loads is written in it.
const embedBudget = { js: 120_000, css: 20_000 }
const embedPage = readFileSync(new URL('embed/index.html', dist), 'utf8')
const embedded = [...embedPage.matchAll(/<(?:script|link)[^>]* (?:src|href)="\.\/([^"]+)"/gu)].map(
  ([, file = '']) => `embed/${file}`,
)
const editing = [...embedPage.matchAll(/data-edit(?:-styles)?="\.\/([^"]+)"/gu)].map(
  ([, file = '']) => `embed/${file}`,
)
const embedJs = sum(embedded, '.js')
const embedCss = sum(embedded, '.css')
if (embedJs === 0) throw new Error('embed/index.html names no script')
print('embed: all that embed/index.html loads', embedJs, embedCss)
print('  budget', embedBudget.js, embedBudget.css)
print('  on demand: Edit', sum(editing, '.js'), sum(editing, '.css'))

const over = [
  ...(shellJs > budget.js ? [`JS by ${kB(shellJs - budget.js)}`] : []),
  ...(shellCss > budget.css ? [`CSS by ${kB(shellCss - budget.css)}`] : []),
  ...(embedJs > embedBudget.js ? [`embed JS by ${kB(embedJs - embedBudget.js)}`] : []),
  ...(embedCss > embedBudget.css ? [`embed CSS by ${kB(embedCss - embedBudget.css)}`] : []),
]
if (over.length > 0) {
  console.error(`Over the budget: ${over.join(', ')}.`)
  process.exit(1)
}
