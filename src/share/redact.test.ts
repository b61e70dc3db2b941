import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkspaces, type Workspace } from '#workspace'
import { contains, parseRange, standIns } from './documentation-addresses.ts'
import { findIdentifiers, replaceIdentifiers } from './identifiers.ts'
import { redact, redactionWords } from './redact.ts'

const without = { buckets: false }
const replaced = (text: string, search = without) =>
  replaceIdentifiers(text, findIdentifiers([text], search))

describe('identifiers', () => {
  it.each([
    [
      'an account',
      'arn:aws:sqs:eu-west-1:998877665544:orders',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
    ],
    [
      'a user',
      'arn:aws:iam::111122223333:user/eu/jane.doe',
      'arn:aws:iam::111122223333:user/eu/alice',
    ],
    [
      'a role',
      'arn:aws:iam::111122223333:role/acme-payroll',
      'arn:aws:iam::111122223333:role/alpha',
    ],
    ['a group', 'arn:aws:iam::111122223333:group/finance', 'arn:aws:iam::111122223333:group/alpha'],
    [
      'a session',
      'arn:aws:sts::111122223333:assumed-role/payroll/jane',
      'arn:aws:sts::111122223333:assumed-role/alpha/alice',
    ],
    [
      'an email address',
      'assumed-role for jane.doe@acme.io.',
      'assumed-role for alice@example.com.',
    ],
    ['an address', '"aws:SourceIp": "8.8.4.4"', '"aws:SourceIp": "203.0.113.1"'],
    ['a range', '"10.0.0.0/8", "10.1.2.3"', '"203.0.113.0/24", "203.0.113.1"'],
    ['IPv6', '"2a00:1450:4001:800::200e"', '"2001:db8::1"'],
    [
      'an organization',
      'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
      'o-exampleorgid/r-exam/ou-exam-exampleou1/',
    ],
    ['a VPC', 'vpc-0a1b2c3d and vpce-0a1b2c3d4e5f67890', 'vpc-11111111 and vpce-11111111111111111'],
    ['an access key', 'AKIAQWERTYUIOPASDFGH', 'AKIAIOSFODNN7EXAMPLE'],
    [
      'a secret key',
      'key abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd',
      'key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ],
  ])('%s is replaced', (_, text, expected) => {
    expect(replaced(text)).toBe(expected)
  })

  it.each([
    'arn:aws:iam::111122223333:root',
    '2012-10-17',
    's3:GetObject on arn:aws:s3:::acme-reports/q3.csv',
    '0.0.0.0/0 127.0.0.1 169.254.169.254 203.0.113.7 ::/0 2001:db8::7',
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::*:role/*',
    'arn:aws:iam::111122223333:user/${aws:username}',
    'role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX',
    '1234abcd-12ab-34cd-56ef-123456789012',
    'arn:aws:s3:::AKIA',
    'alice@example.com',
  ])('%s stays', (text) => {
    expect(replaced(text)).toBe(text)
  })

  it('replaces bucket names on request', () => {
    const text = 'arn:aws:s3:::acme-reports/q3.csv'
    expect(replaced(text, { buckets: true })).toBe('arn:aws:s3:::alpha/q3.csv')
  })

  it('replaces equal by equal, and different by different', () => {
    const accounts = fc.uniqueArray(fc.integer({ min: 1e11, max: 1e12 - 1 }), {
      minLength: 2,
      maxLength: 30,
    })
    fc.assert(
      fc.property(accounts, (numbers) => {
        const found = findIdentifiers([[...numbers, ...numbers].join(' ')], without)
        expect(new Set(found.map(({ replacement }) => replacement)).size).toBe(found.length)
        const words = replaceIdentifiers([...numbers, ...numbers].join(' '), found).split(' ')
        expect(words.slice(0, numbers.length)).toEqual(words.slice(numbers.length))
        expect(new Set(words).size).toBe(numbers.length)
      }),
    )
  })

  it('uses no value that is there already', () => {
    expect(replaced('111122223333 998877665544')).toBe('111122223333 444455556666')
  })

  it('keeps beginnings and ends of names that patterns name', () => {
    expect(replaced('arn:aws:iam::1:role/acme-app-* arn:aws:iam::1:role/acme-app-prod')).toBe(
      'arn:aws:iam::1:role/alpha-bravo-* arn:aws:iam::1:role/alpha-bravo-charlie',
    )
  })

  it('leaves services that are names too', () => {
    expect(
      replaced('arn:aws:iam::1:user/lambda lambda:Invoke lambda.amazonaws.com home/lambda/x'),
    ).toBe('arn:aws:iam::1:user/alice lambda:Invoke lambda.amazonaws.com home/alice/x')
  })
})

describe('documentation addresses', () => {
  const four = fc
    .tuple(fc.ipV4(), fc.integer({ min: 1, max: 32 }))
    .map(([address, prefix]) => (prefix > 30 ? address : `${address}/${prefix}`))
  it('lie within each other as the originals do', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(four, fc.ipV6()), { maxLength: 8 }), (texts) => {
        const found = standIns(texts)
        for (const [outer, outerNew] of found)
          for (const [inner, innerNew] of found) {
            const [a, b] = [parseRange(outer)!, parseRange(inner)!]
            const [c, d] = [parseRange(outerNew)!, parseRange(innerNew)!]
            expect([outer, inner, contains(c, d)]).toEqual([outer, inner, contains(a, b)])
          }
      }),
    )
  })

  it.each(['1.2.3', '1.2.3.400', '1.2.3.4/33', ':::', '1:2:3:4:5:6:7:8:9', '12345::', ''])(
    '%j is no address',
    (text) => {
      expect(parseRange(text)).toBeUndefined()
    },
  )
})

const workspace = (
  text: string,
  more: Partial<Workspace['scenarios'][number]> = {},
): Workspace => ({
  title: 'Why can jane.doe not read in 998877665544?',
  policies: [{ name: 'jane.doe', type: 'identity', enabled: true, text }],
  scenarios: [
    {
      name: 'jane.doe reads',
      principal: { arn: 'arn:aws:iam::998877665544:user/jane.doe', tags: { 'jane.doe': 'x' } },
      action: 's3:GetObject',
      resource: { arn: 'arn:aws:s3:::acme/home/jane.doe/q3.csv', account: '998877665544' },
      context: { 'aws:SourceIp': '10.1.2.3' },
      expect: { decision: 'allow', decidedBy: [{ policy: 'jane.doe', statement: 0 }] },
      ...more,
    },
  ],
})
const statement = (members: string) =>
  `{ "Statement": { "Effect": "Allow", "Action": "s3:*", ${members} } }`

describe('a redacted workspace', () => {
  it('has stand-ins everywhere, and decides as before', () => {
    const text = statement(
      '"Resource": "arn:aws:s3:::acme/home/${aws:username}/*", "Condition": { "IpAddress": { "aws:SourceIp": "10.0.0.0/8" }, "StringEquals": { "aws:PrincipalTag/jane.doe": "x", "aws:ResourceAccount": "998877665544" } }',
    )
    const result = redact(workspace(text), without)
    expect(JSON.stringify(result.workspace)).not.toMatch(/jane|9988|10\.[01]/u)
    expect(result.workspace).toMatchObject({
      title: 'Why can alice not read in 111122223333?',
      policies: [
        {
          name: 'alice',
          text: text
            .replace('10.0.0.0/8', '203.0.113.0/24')
            .replace('jane.doe', 'alice')
            .replace('998877665544', '111122223333'),
        },
      ],
      scenarios: [{ expect: { decidedBy: [{ policy: 'alice', statement: 0 }] } }],
    })
    expect(result.verdictsUnchanged).toBe(true)
    expect(redactionWords(result)).toBe(
      '1 account ID, 1 user name and 2 IPs replaced. Verdicts unchanged.',
    )
  })

  it('keeps what a verdict depends on, and says so', () => {
    // Half a name: no replacement of the whole keeps that.
    const text = statement(
      '"Resource": "*", "Condition": { "StringLike": { "aws:username": "jan?.d*" } }',
    )
    const result = redact(workspace(text), without)
    expect(result.kept.map(({ original }) => original)).toEqual(['jane.doe'])
    expect(result.workspace.policies[0]?.name).toBe('jane.doe')
    expect(JSON.stringify(result.workspace)).not.toContain('9988')
    expect(redactionWords(result)).toBe(
      '1 account ID and 1 IP replaced. 1 user name kept, because a verdict depends on it. Verdicts unchanged.',
    )
  })

  it('decides as before, whatever the rules it is about', () => {
    const folder = new URL('../workspace/conformance/', import.meta.url)
    const workspaces = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => readWorkspaces(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
      .flatMap(({ workspace: one }) => one ?? [])
    for (const one of workspaces) {
      const result = redact(one, { buckets: true })
      expect([one.title, result.verdictsUnchanged]).toEqual([one.title, true])
      expect(result.workspace.scenarios).toHaveLength(one.scenarios.length)
      expect(result.workspace.policies).toHaveLength(one.policies.length)
    }
  })

  it('is the same where there is nothing to replace', () => {
    const plain: Workspace = { policies: [], scenarios: [] }
    const result = redact(plain, without)
    expect(result).toEqual({ workspace: plain, replaced: [], kept: [], verdictsUnchanged: true })
    expect(redactionWords(result)).toBe('Nothing to replace was found.')
  })

  it('survives names of the format and of policies', () => {
    const names = ['name', 'Action', 'Statement', 'policy', 'Effect', 'arn']
    for (const name of names) {
      const one = workspace(statement('"Resource": "*"'), {
        principal: { arn: `arn:aws:iam::998877665544:user/${name}` },
      })
      const result = redact(one, without)
      expect(result.verdictsUnchanged).toBe(true)
      expect(result.workspace.scenarios).toHaveLength(1)
      expect(result.workspace.policies).toHaveLength(1)
    }
  })
})
