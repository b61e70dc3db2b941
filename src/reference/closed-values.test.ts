import { describe, expect, test } from 'vitest'
import { referenceFromDisk } from '../cli/reference-from-disk.ts'
import { closedValuesOf } from './closed-values.ts'
import { findConditionKey } from './keys.ts'

const reference = referenceFromDisk()

describe('closed values', () => {
  test.each(['aws:principaltype', 'S3:x-amz-acl', 'ec2:MetadataHttpTokens', 'kms:KeyUsage'])(
    '%s exists and has values that differ',
    (written) => {
      const closed = closedValuesOf(written)
      expect(closed?.values.length).toBeGreaterThan(1)
      expect(new Set(closed?.values).size).toBe(closed?.values.length)
      expect(findConditionKey(reference, closed?.key ?? '')).toMatchObject({ name: closed?.key })
    },
  )

  test('other keys are open', () => {
    expect(closedValuesOf('s3:prefix')).toBeUndefined()
  })
})
