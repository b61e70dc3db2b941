import { expect, it } from 'vitest'
import { actionName } from './request.ts'

it.each([
  ['s3:GetObject', 's3:getobject', 's3'],
  ['IAM:listaccesskeys', 'iam:listaccesskeys', 'iam'],
  ['a:b:c', 'a:b:c', 'a'],
  ['GetObject', 'getobject', ''],
  [':GetObject', ':getobject', ''],
  ['', '', ''],
])('the action %j is compared as %j, of service %j (2, 3.1)', (text, lower, service) => {
  expect(actionName(text)).toEqual({ text, lower, service })
})
