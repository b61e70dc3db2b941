import { describe, expect, test } from 'vitest'
import { evaluate } from '#evaluator'
import { readMarkedText, readPolicy } from '#policy'
import { accessRequest } from '#request'
import { explainAt } from './explain-at.ts'

const request = accessRequest({
  principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
  action: 'kms:Decrypt',
  resource: { arn: 'arn:aws:kms:eu-central-1:111122223333:key/ab12' },
  context: { 'aws:RequestedRegion': 'eu-central-1' },
})

/** What is said about the token at the cursor; the token itself is marked where it is not the one around the cursor. */
function explained(inside: string, decided = true) {
  const {
    text,
    cursor = 0,
    spans,
  } = readMarkedText(`{"Version": "2012-10-17", "Statement": [{${inside}}]}`)
  const source = readPolicy(text)
  const decision = evaluate(request, [{ name: 'p', type: 'identity', document: source.document }])
  const told = decided ? explainAt(source, cursor, decision, 'p') : explainAt(source, cursor)
  if (told && spans.length > 0) expect(told.spans).toEqual(spans)
  return told && { title: told.title, text: told.paragraphs.join(' ') }
}

const rest = '"Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*"'

describe('a token and what it did', () => {
  test('an element', () => {
    expect(explained('"Effect": "Deny", «"Not‸Action"»: ["iam:*"], "Resource": "*"')).toEqual({
      title: 'NotAction',
      text: "Every action except these, of all services. In this request: kms:Decrypt isn't one of these.",
    })
  })

  test('an effect', () => {
    expect(explained('"Effect": «"De‸ny"», "NotAction": ["iam:*"], "Resource": "*"')).toEqual({
      title: 'Deny',
      text: 'A matching request is denied, whatever else allows it. In this request: ⛔ denies this request.',
    })
  })

  test('an action that does not match, among others that do', () => {
    expect(
      explained('"Effect": "Allow", "Action": ["kms:*", «"km:Dec‸rypt"»], "Resource": "*"'),
    ).toEqual({
      title: 'km:Decrypt',
      text: 'The action Decrypt of km. In this request: only the service differs: km here, kms in the request.',
    })
  })

  test('a resource', () => {
    expect(
      explained(
        '"Effect": "Allow", "Action": "*", "Resource": «"arn:aws:kms:eu-west-1:111122223333:key/*‸"»',
      ),
    ).toEqual({
      title: 'arn:aws:kms:eu-west-1:111122223333:key/*',
      text: 'An ARN: partition aws, service kms, Region eu-west-1, account 111122223333, resource key/*. In this request: the Region differs: eu-west-1 here, eu-central-1 in the request.',
    })
  })

  test('an operator, a key and a value', () => {
    const condition = (inside: string) => `${rest}, "Condition": {${inside}}`
    expect(
      explained(condition('«"StringNot‸Equals"»: {"aws:RequestedRegion": "eu-central-1"}')),
    ).toEqual({
      title: 'StringNotEquals',
      text: 'The value is none of these, letter case included. True when the key is absent. In this request: this fails: aws:RequestedRegion is eu-central-1.',
    })
    expect(
      explained(condition('"StringNotEquals": {«"aws:Requ‸estedRegion"»: "eu-west-1"}'))?.text,
    ).toContain('In this request: aws:RequestedRegion is eu-central-1.')
    expect(
      explained(condition('"StringEquals": {"aws:RequestedRegion": «"eu-‸west-1"»}'))?.text,
    ).toContain("In this request: doesn't fit the request; aws:RequestedRegion is eu-central-1.")
    expect(explained(condition('"Bool": {"aws:MultiFactor‸AuthPresent": "true"}'))).toEqual({
      title: 'aws:MultiFactorAuthPresent',
      text: "Whether MFA was used to get the temporary credentials. Only with temporary credentials; absent, not false, with access keys. Type: true or false. In this request: aws:MultiFactorAuthPresent isn't in the request.",
    })
  })

  test('a variable', () => {
    expect(
      explained(
        '"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::«${aws:user‸name}»/*"',
      ),
    ).toEqual({
      title: '${aws:username}',
      text: 'Replaced by the value of the key. The name of the IAM user, without its path. In this request: it is alice.',
    })
    expect(
      explained(
        '"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::${aws:PrincipalTag/‸team}"',
      )?.text,
    ).toContain('${aws:PrincipalTag/team} has no value in this request')
    expect(
      explained(
        '"Effect": "Allow", "Action": "*", "Resource": "${aws:PrincipalTag/‸team, \'blue\'}"',
      )?.text,
    ).toContain('so blue stands instead')
  })

  test('without a request, only what it means', () => {
    expect(explained('"Effect": "Allow", "Act‸ion": "s3:*"', false)?.text).toBe(
      'The actions the statement is about. Letter case plays no part; * stands for any characters.',
    )
    expect(explained('"Action": "s3:Ge‸t*"', false)?.text).toBe(
      'The actions of s3 whose name fits Get*.',
    )
  })
})

test.each(['‸', '"Effect": ‸ "Deny"', '"Effects‸": "Deny"'])('nothing is said at %s', (inside) => {
  expect(explained(inside)).toBeUndefined()
})
