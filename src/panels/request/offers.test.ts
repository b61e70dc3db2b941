import { expect, test } from 'vitest'
import { contextOf, keysReadBy, sourcesOf } from '#store'
import { offersFor } from './offers.ts'

const scenario = {
  name: 'one',
  principal: { arn: 'arn:aws:iam::111122223333:role/app', tags: { team: 'red' } },
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::b/k' },
}

const offers = (conditions: object) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: { Condition: conditions } })
  const policy = { name: 'p', type: 'identity', enabled: true, text } as const
  return offersFor(keysReadBy(sourcesOf([policy])), contextOf(scenario))
}

test('a key that is read and absent is offered where it belongs', () => {
  const { principalTags, resourceTags, requestTags, context } = offers({
    StringEquals: {
      'aws:PrincipalTag/level': '3',
      'aws:ResourceTag/Department': 'Test',
      'aws:RequestTag/Owner': 'TeamA',
      'aws:RequestedRegion': ['eu-west-1', 'eu-*'],
    },
  })
  expect(principalTags.map(({ key }) => key)).toEqual(['level'])
  expect(resourceTags[0]).toMatchObject({ key: 'Department', values: ['Test'] })
  expect(requestTags[0]).toMatchObject({ key: 'Owner', values: ['TeamA'] })
  // A pattern is no value.
  expect(context[0]).toMatchObject({ key: 'aws:RequestedRegion', values: ['eu-west-1'] })
})

test('what the request carries already, set or derived, is not', () => {
  const { principalTags, context } = offers({
    StringEquals: { 'aws:principaltag/TEAM': 'red', 'aws:PrincipalAccount': '111122223333' },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] },
  })
  expect(principalTags).toEqual([])
  expect(context).toEqual([])
})
