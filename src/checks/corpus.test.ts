import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPolicy, type GrammarType, type Severity } from '#policy'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { checkTable, runChecks } from './run.ts'

interface Expected {
  readonly check: string
  readonly line: number
  readonly severity: Severity
}

interface CorpusEntry {
  readonly type: GrammarType
  readonly clean?: true
  readonly findings: readonly Expected[]
}

const folder = join(import.meta.dirname, 'corpus')
const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, CorpusEntry>>
}
const reference = referenceFromDisk()

/** The corpus speaks of checks before they are built; such a check cannot find anything yet. */
const built = new Set(checkTable.map(({ id }) => id))
const isBuilt = ({ check }: Expected) => built.has(check)

function findingsOf(name: string, type: GrammarType): readonly Expected[] {
  const text = readFileSync(join(folder, 'policies', name), 'utf8')
  return runChecks(readPolicy(text), type, { reference, on: ['infrastructure-modification'] }).map(
    ({ id, span, severity }) => ({
      check: id,
      line: text.slice(0, span.start).split('\n').length,
      severity,
    }),
  )
}

// Counted, and gone by themselves once the checks are there.
for (const id of new Set(
  Object.values(files).flatMap(({ findings }) =>
    findings.filter((finding) => !isBuilt(finding)).map(({ check }) => check),
  ),
))
  test.todo(`${id} is built`)

const key = ({ check, line, severity }: Expected) => `${line} ${severity} ${check}`

describe.each(Object.entries(files))('%s', (name, { type, findings }) => {
  const found = findingsOf(name, type).map(key)

  test('what is expected is found', () => {
    expect(found).toEqual(expect.arrayContaining(findings.filter(isBuilt).map(key)))
  })

  test('no other error is found', () => {
    const expected = findings.map(key)
    expect(found.filter((entry) => / error /u.test(entry) && !expected.includes(entry))).toEqual([])
    expect(found.filter((entry) => entry.endsWith(' internal-error'))).toEqual([])
  })
})
