import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPolicy, type GrammarType } from '#policy'
import {
  detailsOf,
  emptyReference,
  mentionsOf,
  servicesWanted,
  withNames,
  withService,
  type Reference,
} from '#reference'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { runChecks } from './run.ts'

const full = referenceFromDisk()
const names = full.names
if (!names) throw new Error('no names on disk')
const namesOnly = withNames(emptyReference, names)

const folder = join(import.meta.dirname, 'corpus')
const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, { readonly type: GrammarType }>>
}
const policies = readdirSync(join(folder, 'policies')).map((name) => ({
  name,
  source: readPolicy(readFileSync(join(folder, 'policies', name), 'utf8')),
  type: files[name]?.type ?? ('identity' as const),
}))

type Policy = (typeof policies)[number]

const found = ({ source, type }: Policy, reference: Reference) =>
  runChecks(source, type, { reference }).map(({ id, span }) => `${span.start} ${id}`)

/** What the app would load for a document, one service after the other. */
function stepsOf({ source }: Policy): readonly Reference[] {
  const mentioned = source.draft ? [mentionsOf(source.draft)] : []
  const steps = [emptyReference, namesOnly]
  let reference = namesOnly
  for (const prefix of servicesWanted(namesOnly, mentioned)) {
    const details = detailsOf(full, prefix)
    if (typeof details === 'string') continue
    reference = withService(reference, details)
    steps.push(reference)
  }
  return steps
}

describe('while facts are loading', () => {
  test.each(policies)('$name: nothing is found that vanishes again', (policy) => {
    const steps = stepsOf(policy).map((reference) => new Set(found(policy, reference)))
    steps.forEach((before, index) => {
      for (const after of steps.slice(index + 1))
        expect([...before].filter((finding) => !after.has(finding))).toEqual([])
    })
  })

  test.each(policies)('$name: what the app loads is all it takes', (policy) => {
    const last = stepsOf(policy).at(-1) ?? full
    expect(found(policy, last)).toEqual(found(policy, full))
  })
})
