import { describe, expect, it } from 'vitest'
import { policyTypes } from './document.ts'
import {
  faultsOf,
  grammarType,
  isTrustPolicy,
  statementGrammar,
  type GrammarType,
} from './grammar.ts'
import { readPolicy } from './read.ts'

const documentOf = (...statements: readonly object[]) =>
  readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements })).document!

/** What is wrong with the statement in a policy of this type: the kind of fault and the element. */
function faults(type: GrammarType, statement: object): readonly string[] {
  return faultsOf(documentOf(statement).statements[0]!, type).map((fault) =>
    'element' in fault ? `${fault.kind} ${fault.element}` : fault.kind,
  )
}

const identity = { Effect: 'Deny', Action: 's3:*', Resource: '*' }
const onResource = { ...identity, Principal: '*' }
const notPrincipal = { ...identity, NotPrincipal: { AWS: '111122223333' } }
const trust = { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }

describe('what belongs into which type of policy (1.5)', () => {
  it.each(['identity', 'boundary', 'session', 'scp'] as const)('%s: no principal', (type) => {
    expect(faults(type, identity)).toEqual([])
    expect(faults(type, onResource)).toEqual(['notAllowedHere Principal'])
    expect(faults(type, notPrincipal)).toEqual(['notAllowedHere NotPrincipal'])
  })

  it.each(['resource', 'endpoint'] as const)(
    '%s: a principal; NotPrincipal with Deny only',
    (type) => {
      expect(faults(type, onResource)).toEqual([])
      expect(faults(type, identity)).toEqual(['missing Principal'])
      expect(faults(type, notPrincipal)).toEqual([])
      expect(faults(type, { ...notPrincipal, Effect: 'Allow' })).toEqual([
        'notAllowedHere NotPrincipal',
      ])
    },
  )

  it('trust: no resource, no NotPrincipal (1.4)', () => {
    expect(faults('trust', trust)).toEqual([])
    expect(faults('trust', { ...trust, Resource: '*' })).toEqual(['notAllowedHere Resource'])
    expect(faults('trust', { ...trust, NotResource: '*' })).toEqual(['notAllowedHere NotResource'])
    expect(
      faults('trust', { Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:*' }),
    ).toEqual(['notAllowedHere NotPrincipal'])
    expect(faults('trust', { Effect: 'Allow', Action: 'sts:AssumeRole' })).toEqual([
      'missing Principal',
    ])
  })

  it('rcp: the principal is everyone, and actions are listed', () => {
    expect(faults('rcp', onResource)).toEqual([])
    expect(faults('rcp', { ...onResource, Principal: { AWS: '*' } })).toEqual([])
    expect(faults('rcp', { ...onResource, Principal: { AWS: '111122223333' } })).toEqual([
      'notAllowedHere Principal',
    ])
    expect(
      faults('rcp', { Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' }),
    ).toEqual(['notAllowedHere NotAction'])
    expect(faults('rcp', { ...onResource, Resource: undefined, NotResource: 'x' })).toEqual([])
  })

  it.each(policyTypes)('%s: an action and a resource', (type) => {
    const principal = ['resource', 'endpoint', 'rcp'].includes(type) ? { Principal: '*' } : {}
    expect(faults(type, { Effect: 'Deny', ...principal, Resource: '*' })).toEqual([
      'missing Action',
    ])
    expect(faults(type, { Effect: 'Deny', ...principal, Action: '*' })).toEqual([
      'missing Resource',
    ])
  })

  it('what was misread is not missing as well', () => {
    expect(faults('identity', { Effect: 'Deny', Action: 1, Resource: null })).toEqual([
      'wrongType Action',
      'wrongType Resource',
    ])
    expect(faults('resource', { ...identity, NotPrincipal: 'x' })).toEqual([
      'wrongType NotPrincipal',
    ])
  })
})

describe('isTrustPolicy: every action begins with sts:', () => {
  it.each([
    ['one role action', [trust], true],
    ['any case', [{ ...trust, Action: 'STS:AssumeRole' }], true],
    [
      'several statements',
      [trust, { ...trust, Action: ['sts:TagSession', 'sts:SetSourceIdentity'] }],
      true,
    ],
    ['with a Resource, which AWS refuses', [{ ...trust, Resource: '*' }], true],
    ['NotAction', [{ Effect: 'Deny', Principal: '*', NotAction: 'sts:TagSession' }], true],
    ['another action beside it', [trust, onResource], false],
    ['every action', [{ ...trust, Action: '*' }], false],
    ['no action at all', [{ ...trust, Action: [] }], false],
    ['nothing', [], false],
  ])('%s', (_, statements, expected) => {
    expect(isTrustPolicy(documentOf(...statements))).toBe(expected)
  })

  it('only a resource policy is read as one', () => {
    const document = documentOf(trust)
    expect(policyTypes.map((type) => grammarType(type, document))).toEqual(
      policyTypes.map((type) => (type === 'resource' ? 'trust' : type)),
    )
    expect(grammarType('resource', documentOf(onResource))).toBe('resource')
    expect(grammarType('resource', undefined)).toBe('resource')
  })
})

describe('statementGrammar: each statement by itself, so that a mistake stays where it is', () => {
  const grammarOf = (statement: object) =>
    statementGrammar('resource', documentOf(statement).statements[0]!)

  it.each([
    ['role actions', trust, 'trust'],
    ['role actions with a Resource, which AWS refuses', { ...trust, Resource: '*' }, 'trust'],
    ['another action beside them', { ...trust, Action: ['sts:AssumeRole', 's3:*'] }, 'resource'],
    ['every action', onResource, 'resource'],
    ['no action', { ...trust, Action: [] }, 'resource'],
    [
      'all but a role action',
      { Effect: 'Deny', Principal: '*', NotAction: 'sts:TagSession' },
      'trust',
    ],
    [
      'all but a role action on resources',
      { Effect: 'Deny', Principal: '*', NotAction: 'sts:TagSession', Resource: '*' },
      'resource',
    ],
  ] as const)('%s', (_, statement, expected) => {
    expect(grammarOf(statement)).toBe(expected)
  })

  it('only in a resource policy', () => {
    const [statement] = documentOf(trust).statements
    for (const type of policyTypes)
      expect(statementGrammar(type, statement!)).toBe(type === 'resource' ? 'trust' : type)
  })
})
