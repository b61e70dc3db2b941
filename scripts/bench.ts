/** Runs every benchmark, or those whose path contains the argument. Each prints its own table. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const wanted = process.argv[2] ?? ''
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bench.ts') && file.includes(wanted))
  .sort()

for (const file of files) {
  console.log(`\nsrc/${file}`)
  const bench = (await import(pathToFileURL(join('src', file)).href)) as { default?: unknown }
  if (typeof bench.default === 'function') await (bench.default as () => unknown)()
}
if (files.length === 0) console.log('No benchmarks found.')
