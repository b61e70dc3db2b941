import { expect, test } from 'vitest'
import { firstRequest } from './first-request.ts'

const policy = (attachedTo: readonly string[], type = 'identity' as const) => ({
  name: 'p',
  type,
  enabled: true,
  attachedTo,
  text: '',
})

test('asks as the role or user that a policy is attached to', () => {
  const owner = policy(['arn:aws:iam::*:role/deploy', 'arn:aws:iam::*:role/*/deploy'])
  expect(firstRequest([owner]).principal).toEqual({ arn: 'arn:aws:iam::111122223333:role/deploy' })
  const known = policy(['arn:aws:iam::222233334444:user/eu/alice'])
  expect(firstRequest([known]).principal).toEqual({
    arn: 'arn:aws:iam::222233334444:user/eu/alice',
  })
})

test('asks as an example where the policies name nobody', () => {
  const nobody = [policy([]), policy(['arn:aws:iam::*:role/*']), policy(['<Role.Arn>'])]
  expect(firstRequest(nobody).principal).toEqual({ arn: 'arn:aws:iam::111122223333:role/app' })
})

test('asks as the principal that was chosen', () => {
  const arn = 'arn:aws:iam::222233334444:user/bob'
  expect(firstRequest([policy([])], { arn, tags: { team: 'red' } })).toEqual({
    name: 'request 1',
    principal: { arn, tags: { team: 'red' } },
    action: '',
    resource: { arn: '' },
  })
})
