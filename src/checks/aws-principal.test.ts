import { expect, test } from 'vitest'
import { readAwsPrincipal } from './aws-principal.ts'

test.each([
  ['*', 'everyone'],
  ['111122223333', 'account'],
  ['arn:aws-cn:iam::111122223333:root', 'account'],
  ['arn:aws:iam::111122223333:user/team/mary', 'user'],
  ['arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1', 'user'],
  ['arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/R', 'role'],
  ['arn:aws:sts::111122223333:assumed-role/Deploy/nightly', 'session'],
  ['arn:aws:sts::111122223333:federated-user/mary', 'federatedUser'],
  ['AROADBQP57FF2AEXAMPLE', 'deletedRole'],
  ['AIDACKCEVSQ6C2EXAMPLE', 'deletedUser'],
  ['arn:aws:iam::*:root', 'wildcard'],
  ['arn:aws:iam::${account}:root', 'open'],
  ['arn:aws:iam::111122223333:group/Admins', 'malformed'],
  ['arn:aws:iam::111122223333:Root', 'malformed'],
  ['arn:aws:iam:eu-west-1:111122223333:root', 'malformed'],
  ['arn:aws:sts::111122223333:assumed-role/Deploy', 'malformed'],
  ['11112222333', 'malformed'],
  ['lambda.amazonaws.com', 'malformed'],
])('%s: %s', (value, kind) => {
  expect(readAwsPrincipal(value).kind).toBe(kind)
})

test('dashes in an account number can be mended', () => {
  expect(readAwsPrincipal('1111-2222-3333')).toMatchObject({ mended: '111122223333' })
  expect(readAwsPrincipal('arn:aws:iam::1111-2222-3333:root')).toMatchObject({
    mended: 'arn:aws:iam::111122223333:root',
  })
})
