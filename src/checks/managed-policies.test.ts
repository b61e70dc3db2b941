import { expect, test } from 'vitest'
import { managedPolicies } from '../../scripts/managed-policies.ts'
import { readPolicy } from '#policy'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { runChecks } from './run.ts'

/** Longer ones say nothing new and take most of the time. */
const longest = 20_000

// Whatever AWS itself has saved and keeps in use is a policy: an error in it is an error of ours.
test('no error is found in the policies that AWS manages', { timeout: 120_000 }, () => {
  const reference = referenceFromDisk()
  const errors = managedPolicies().flatMap(({ name, document }) => {
    const text = JSON.stringify(document, undefined, 2)
    if (text.length > longest) return []
    return runChecks(readPolicy(text), 'identity', { reference })
      .filter(({ id, severity }) => severity === 'error' || id === 'internal-error')
      .map(({ id, message }) => `${name}: ${message} [${id}]`)
  })
  expect(errors).toEqual([])
})
