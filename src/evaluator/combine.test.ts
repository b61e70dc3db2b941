import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { booleans, combine, type Grounds, type Logic, type Setting } from './combine.ts'

const nothing: Grounds<boolean> = {
  denied: false,
  identity: false,
  boundaries: [],
  session: undefined,
  scpLevels: [],
  endpoints: [],
  resource: { direct: false, role: false, delegation: false },
}

/** How AWS's pages have it: explicit deny, then ceilings, then the grant. */
function verdict(setting: Partial<Setting>, grounds: Partial<Grounds<boolean>>): string {
  const whole: Setting = {
    rule: 'ordinary',
    relation: 'sameAccount',
    requester: 'user',
    ...setting,
  }
  const { explicitlyDenied, ceilings, granted } = combine(booleans, whole, {
    ...nothing,
    ...grounds,
  })
  if (explicitlyDenied) return 'explicitDeny'
  return granted && ceilings.every(({ permits }) => permits) ? 'allow' : 'implicitDeny'
}

const names = { direct: false, role: false, delegation: false }
const silent = [{ policy: 'b', allows: false }]
const open = [{ policy: 'b', allows: true }]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
describe('within an account (9.4)', () => {
  it.each<[string, Setting['requester'], Partial<Grounds<boolean>>, string]>([
    ['identity alone', 'user', { identity: true }, 'allow'],
    [
      'identity under a silent boundary',
      'user',
      { identity: true, boundaries: silent },
      'implicitDeny',
    ],
    ['identity under an open boundary', 'user', { identity: true, boundaries: open }, 'allow'],
    [
      'several boundaries must each allow (8.6)',
      'user',
      { identity: true, boundaries: [...open, ...silent] },
      'implicitDeny',
    ],
    ['a boundary grants nothing', 'user', { boundaries: open }, 'implicitDeny'],
    [
      'identity under a silent session policy',
      'role',
      { identity: true, session: false },
      'implicitDeny',
    ],
    ['a session policy grants nothing', 'role', { session: true }, 'implicitDeny'],
    ['identity and session', 'role', { identity: true, session: true }, 'allow'],
    // The table of 9.4.
    [
      'the resource names a user',
      'user',
      { resource: { ...names, direct: true }, boundaries: silent },
      'allow',
    ],
    [
      'the resource names the account',
      'user',
      { resource: { ...names, delegation: true } },
      'implicitDeny',
    ],
    [
      '… and identity allows',
      'user',
      { resource: { ...names, delegation: true }, identity: true },
      'allow',
    ],
    ['the resource names the role', 'role', { resource: { ...names, role: true } }, 'allow'],
    [
      '… under a silent boundary',
      'role',
      { resource: { ...names, role: true }, boundaries: silent },
      'implicitDeny',
    ],
    [
      '… under a silent session policy',
      'role',
      { resource: { ...names, role: true }, session: false },
      'implicitDeny',
    ],
    [
      '… under open ones',
      'role',
      { resource: { ...names, role: true }, boundaries: open, session: true },
      'allow',
    ],
    [
      'the resource names the session',
      'role',
      { resource: { ...names, direct: true }, boundaries: silent, session: false },
      'allow',
    ],
    [
      'the resource names the user who federated',
      'federatedUser',
      { resource: { ...names, role: true } },
      'allow',
    ],
    [
      '… under a silent session policy',
      'federatedUser',
      { resource: { ...names, role: true }, session: false },
      'implicitDeny',
    ],
    [
      'the resource names the federated session',
      'federatedUser',
      { resource: { ...names, direct: true }, session: false },
      'allow',
    ],
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
    [
      'a federated user has nothing without session policy',
      'federatedUser',
      { identity: true },
      'implicitDeny',
    ],
    ['… and with one what both allow', 'federatedUser', { identity: true, session: true }, 'allow'],
    ['the root user needs nothing', 'root', {}, 'allow'],
    ['someone without account or policies', 'other', { identity: true }, 'implicitDeny'],
  ])('%s', (_, requester, grounds, expected) => {
    expect(verdict({ requester }, grounds)).toBe(expected)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
describe('across accounts (9.5)', () => {
  const relation = 'crossAccount'
  it.each<[string, Setting['requester'], Partial<Grounds<boolean>>, string]>([
    ['identity alone', 'user', { identity: true }, 'implicitDeny'],
    [
      'the resource alone, by name',
      'user',
      { resource: { ...names, direct: true } },
      'implicitDeny',
    ],
    ['both, by name', 'user', { identity: true, resource: { ...names, direct: true } }, 'allow'],
    [
      'both, by account',
      'user',
      { identity: true, resource: { ...names, delegation: true } },
      'allow',
    ],
    ['both, by role', 'role', { identity: true, resource: { ...names, role: true } }, 'allow'],
    // Unlike within the account, a direct match bypasses nothing here.
    [
      'both, under a silent boundary',
      'user',
      { identity: true, resource: { ...names, direct: true }, boundaries: silent },
      'implicitDeny',
    ],
    [
      'both, under a silent session policy',
      'role',
      { identity: true, resource: { ...names, direct: true }, session: false },
      'implicitDeny',
    ],
    [
      'the root user, allowed by the resource',
      'root',
      { resource: { ...names, direct: true } },
      'allow',
    ],
    ['the root user alone', 'root', {}, 'implicitDeny'],
    [
      'a federated user without session policy',
      'federatedUser',
      { identity: true, resource: { ...names, direct: true } },
      'implicitDeny',
    ],
  ])('%s', (_, requester, grounds, expected) => {
    expect(verdict({ relation, requester }, grounds)).toBe(expected)
  })

  it('without an account, only the resource policy can allow', () => {
    const noAccount = { relation: 'noAccount', requester: 'other' } as const
    expect(verdict(noAccount, { resource: { ...names, direct: true } })).toBe('allow')
    expect(verdict(noAccount, { identity: true })).toBe('implicitDeny')
  })
})

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html, …/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html */
describe.each(['roleTrust', 'keyPolicy'] as const)('%s (10.1, 10.2)', (rule) => {
  it.each<[string, Setting['requester'], Partial<Grounds<boolean>>, string]>([
    ['identity alone is not enough', 'user', { identity: true }, 'implicitDeny'],
    ['by name, identity is not needed', 'user', { resource: { ...names, direct: true } }, 'allow'],
    ['by role, neither', 'role', { resource: { ...names, role: true } }, 'allow'],
    [
      'by role, but under a silent boundary',
      'role',
      { resource: { ...names, role: true }, boundaries: silent },
      'implicitDeny',
    ],
    [
      'the account alone delegates',
      'user',
      { resource: { ...names, delegation: true } },
      'implicitDeny',
    ],
    [
      '… to identity policies',
      'user',
      { resource: { ...names, delegation: true }, identity: true },
      'allow',
    ],
    [
      '… under their boundary',
      'user',
      { resource: { ...names, delegation: true }, identity: true, boundaries: silent },
      'implicitDeny',
    ],
    ['the root user needs the policy as well', 'root', {}, 'implicitDeny'],
    ['the root user, named', 'root', { resource: { ...names, direct: true } }, 'allow'],
    [
      'a session, named, has no ceiling',
      'role',
      { resource: { ...names, direct: true }, boundaries: silent, session: false },
      'allow',
    ],
  ])('%s', (_, requester, grounds, expected) => {
    expect(verdict({ rule, requester }, grounds)).toBe(expected)
  })

  it("a user's boundary counts for a trust policy that names the user, not for a key policy", () => {
    const grounds = { resource: { ...names, direct: true }, boundaries: silent }
    expect(verdict({ rule, requester: 'user' }, grounds)).toBe(
      rule === 'roleTrust' ? 'implicitDeny' : 'allow',
    )
  })

  it('across accounts both sides speak', () => {
    const relation = 'crossAccount'
    expect(verdict({ rule, relation }, { resource: { ...names, direct: true } })).toBe(
      'implicitDeny',
    )
    expect(
      verdict({ rule, relation }, { resource: { ...names, direct: true }, identity: true }),
    ).toBe('allow')
  })
})

describe('ceilings (9.2)', () => {
  const granted = { identity: true }
  it('every level of SCPs must permit on its own', () => {
    const level = (allows: boolean) => ({ level: 'l', allows })
    expect(verdict({}, { ...granted, scpLevels: [level(true), level(true)] })).toBe('allow')
    expect(verdict({}, { ...granted, scpLevels: [level(true), level(false)] })).toBe('implicitDeny')
  })

  it('and every endpoint policy; none of them grants', () => {
    expect(verdict({}, { ...granted, endpoints: open })).toBe('allow')
    expect(verdict({}, { ...granted, endpoints: silent })).toBe('implicitDeny')
    expect(verdict({}, { endpoints: open, scpLevels: [{ level: undefined, allows: true }] })).toBe(
      'implicitDeny',
    )
  })

  it('hold for the root user and for direct grants too', () => {
    const closed = { scpLevels: [{ level: undefined, allows: false }] }
    expect(verdict({ requester: 'root' }, closed)).toBe('implicitDeny')
    expect(verdict({}, { ...closed, resource: { ...names, direct: true } })).toBe('implicitDeny')
  })
})

it('what needs no permission cannot be denied (10.2a)', () => {
  const rule = 'noPermissionNeeded'
  expect(verdict({ rule }, { denied: true, endpoints: silent })).toBe('allow')
})

it('the root user cannot assume a role, whatever allows it (14.18)', () => {
  const setting = { rule: 'rootCannotAssumeRole', requester: 'root' } as const
  const all = { identity: true, resource: { direct: true, role: true, delegation: true } }
  expect(verdict(setting, all)).toBe('implicitDeny')
  expect(verdict(setting, { ...all, denied: true })).toBe('explicitDeny')
})

describe('laws', () => {
  const flag = fc.boolean()
  const ceilings = fc.array(
    fc.record({ policy: fc.constant('p'), level: fc.constant('l'), allows: flag }),
    { maxLength: 2 },
  )
  const grounds: fc.Arbitrary<Grounds<boolean>> = fc.record({
    denied: flag,
    identity: flag,
    boundaries: ceilings,
    session: fc.constantFrom(undefined, true, false),
    scpLevels: ceilings,
    endpoints: ceilings,
    resource: fc.record({ direct: flag, role: flag, delegation: flag }),
  })
  const setting: fc.Arbitrary<Setting> = fc.record({
    rule: fc.constantFrom('ordinary', 'roleTrust', 'keyPolicy', 'rootCannotAssumeRole'),
    relation: fc.constantFrom('sameAccount', 'crossAccount', 'noAccount'),
    requester: fc.constantFrom('user', 'role', 'federatedUser', 'root', 'other'),
  })

  it('a Deny is final, and what allows more denies nothing', () => {
    fc.assert(
      fc.property(setting, grounds, (where, some) => {
        expect(verdict(where, { ...some, denied: true })).toBe('explicitDeny')
        fc.pre(verdict(where, some) === 'allow')
        expect(verdict(where, { ...some, identity: true })).toBe('allow')
        for (const name of ['direct', 'role', 'delegation'] as const)
          expect(verdict(where, { ...some, resource: { ...some.resource, [name]: true } })).toBe(
            'allow',
          )
      }),
      { numRuns: 1000 },
    )
  })

  it('what limits only limits: with one boundary, level, endpoint or silent session more nothing becomes an allow', () => {
    fc.assert(
      fc.property(setting, grounds, flag, (where, some, allows) => {
        fc.pre(verdict(where, some) !== 'allow')
        const more = { policy: 'more', level: 'more', allows }
        expect(verdict(where, { ...some, boundaries: [...some.boundaries, more] })).not.toBe(
          'allow',
        )
        expect(verdict(where, { ...some, scpLevels: [...some.scpLevels, more] })).not.toBe('allow')
        expect(verdict(where, { ...some, endpoints: [...some.endpoints, more] })).not.toBe('allow')
        expect(verdict(where, { ...some, session: false })).not.toBe('allow')
      }),
      { numRuns: 1000 },
    )
  })

  it('the table says the same in any logic', () => {
    /** Formulas as text; evaluated they must be what the Booleans say. */
    const formulas: Logic<string> = {
      always: 'true',
      never: 'false',
      and: (parts) => `(${['true', ...parts].join('&&')})`,
      or: (parts) => `(${['false', ...parts].join('||')})`,
    }
    const value = (formula: string): boolean => {
      let text = formula
      for (let before = ''; before !== text;) {
        before = text
        text = text
          .replace(/\((true|false)\)/gu, '$1')
          .replace(
            /(true|false)(&&|\|\|)(true|false)/u,
            (_, a: string, operator: string, b: string) =>
              String(
                operator === '&&' ? a === 'true' && b === 'true' : a === 'true' || b === 'true',
              ),
          )
      }
      expect(text).toMatch(/^(true|false)$/u)
      return text === 'true'
    }
    fc.assert(
      fc.property(setting, grounds, (where, some) => {
        const spelled: Grounds<string> = {
          denied: String(some.denied),
          identity: String(some.identity),
          boundaries: some.boundaries.map((one) => ({ ...one, allows: String(one.allows) })),
          session: some.session === undefined ? undefined : String(some.session),
          scpLevels: some.scpLevels.map((one) => ({ ...one, allows: String(one.allows) })),
          endpoints: some.endpoints.map((one) => ({ ...one, allows: String(one.allows) })),
          resource: {
            direct: String(some.resource.direct),
            role: String(some.resource.role),
            delegation: String(some.resource.delegation),
          },
        }
        const truth = combine(booleans, where, some)
        const formula = combine(formulas, where, spelled)
        expect(value(formula.granted)).toBe(truth.granted)
        expect(value(formula.explicitlyDenied)).toBe(truth.explicitlyDenied)
        expect(formula.ceilings.map(({ permits }) => value(permits))).toEqual(
          truth.ceilings.map(({ permits }) => permits),
        )
      }),
      { numRuns: 300 },
    )
  })
})
