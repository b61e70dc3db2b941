import { expect, test } from 'vitest'
import { nearestPartition, nearestRegion, regions } from './partitions.ts'

test('a mistyped Region or partition has a nearest one', () => {
  expect(nearestRegion('us-esat-1')).toBe('us-east-1')
  expect(nearestRegion('eu-wets-1')).toBe('eu-west-1')
  expect(nearestRegion('nowhere')).toBeUndefined()
  expect(nearestPartition('asw')).toBe('aws')
})

test('each Region belongs to one partition', () => {
  expect(regions.get('eusc-de-east-1')?.name).toBe('aws-eusc')
  expect(regions.get('cn-north-1')?.name).toBe('aws-cn')
})
