import { describe, expect, it } from 'vitest'
import { statementName, type PolicyDocument, type Statement } from './document.ts'
import { applyEdits } from './finding.ts'
import { markSpans } from './marked-text.ts'
import { readPolicy } from './read.ts'

function documentOf(value: unknown): PolicyDocument {
  const { document } = readPolicy(JSON.stringify(value))
  if (!document) throw new Error('no policy')
  return document
}

function statementOf(value: unknown): Statement {
  return documentOf({ Version: '2012-10-17', Statement: value }).statements[0]!
}

const plain = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
const faultKinds = (statement: unknown) => statementOf(statement).faults.map(({ kind }) => kind)
const ids = (text: string) => readPolicy(text).problems.map(({ id }) => id)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
describe('one value or a list of them (1.2)', () => {
  it('a single statement has index 0', () => {
    expect(statementOf(plain)).toMatchObject({ index: 0, faults: [] })
    expect(documentOf({ Statement: [plain, plain] }).statements.map(({ index }) => index)).toEqual([
      0, 1,
    ])
  })

  it('actions, resources, principals and condition values', () => {
    const values = (statement: unknown) => {
      const { action, resource, principal, conditions } = statementOf(statement)
      return [action, resource, principal]
        .map((clause) => clause?.patterns.map(({ value }) => value))
        .concat(conditions.map((clause) => clause.values.map(({ value }) => value)))
    }
    const one = {
      Effect: 'Allow',
      Principal: { AWS: 'p' },
      Action: 'a',
      Resource: 'r',
      Condition: { StringEquals: { k: 'v' } },
    }
    const list = {
      ...one,
      Principal: { AWS: ['p'] },
      Action: ['a'],
      Resource: ['r'],
      Condition: { StringEquals: { k: ['v'] } },
    }
    expect(values(one)).toEqual([['a'], ['r'], ['p'], ['v']])
    expect(values(list)).toEqual(values(one))
  })

  it('NotAction, NotResource and NotPrincipal are the same with a flag', () => {
    const { action, resource, principal } = statementOf({
      Effect: 'Deny',
      NotPrincipal: { AWS: '*' },
      NotAction: 'a',
      NotResource: 'r',
    })
    for (const clause of [action, resource, principal]) expect(clause?.negated).toBe(true)
    expect(action?.key.value).toBe('NotAction')
  })

  it('the bare "*" is { "AWS": "*" } (5.1)', () => {
    const patterns = (principal: unknown) =>
      statementOf({ ...plain, Principal: principal }).principal?.patterns.map(
        ({ kind, value }) => ({ kind, value }),
      )
    expect(patterns('*')).toEqual([{ kind: 'AWS', value: '*' }])
    expect(patterns({ AWS: '*' })).toEqual(patterns('*'))
    expect(patterns({ Service: ['a', 'b'], CanonicalUser: 'c', Federated: 'd' })).toEqual([
      { kind: 'Service', value: 'a' },
      { kind: 'Service', value: 'b' },
      { kind: 'CanonicalUser', value: 'c' },
      { kind: 'Federated', value: 'd' },
    ])
  })

  it('numbers and Booleans in a condition are their text, as written (1.9)', () => {
    const text = `{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
      "Condition": {"NumericEquals": {"k": [1.50, true, "x", -0]}}}}`
    const [condition] = readPolicy(text).document!.statements[0]!.conditions
    expect(condition?.values.map(({ value }) => value)).toEqual(['1.50', 'true', 'x', '-0'])
  })

  it('no condition, an empty one, and an empty operator leave no clause (6.2)', () => {
    for (const Condition of [undefined, {}, { StringEquals: {} }])
      expect(statementOf({ ...plain, Condition })).toMatchObject({ conditions: [], faults: [] })
  })
})

describe('Version (1.6)', () => {
  it.each([
    ['2012-10-17', true],
    ['2008-10-17', false],
    [undefined, false],
    ['2012-10-18', false],
    ['2012-10-17 ', false],
    ['', false],
    [20121017, false],
    [['2012-10-17'], false],
  ])('%j: `${…}` is a variable: %s (7.2)', (Version, variables) => {
    expect(documentOf({ Version, Statement: [plain] }).variables).toBe(variables)
  })
})

describe('texts that AWS would not save (1.11)', () => {
  it.each([
    '',
    '   ',
    'nonsense',
    '{"Statement": [}',
    '{"Statement": [],}',
    '[]',
    '"*"',
    '{}',
    '{"statement": []}',
    '{"Statement": "*"}',
    '{"Statement": null}',
    '{"Statement": 1}',
  ])('%j is no policy', (text) => {
    expect(readPolicy(text).document).toBeUndefined()
  })

  it('an empty list of statements is one, though it decides nothing', () => {
    expect(readPolicy('{"Statement": []}').document?.statements).toEqual([])
    expect(ids('{"Statement": []}')).toEqual(['missing-statement'])
  })

  it('a broken text still has a draft, for checks and the editor alone', () => {
    const { document, draft } = readPolicy(`{"Statement": [${JSON.stringify(plain)}],}`)
    expect(document).toBeUndefined()
    expect(draft?.statements[0]?.action?.patterns[0]?.value).toBe('s3:GetObject')
  })

  it('a policy without problems has its draft as document', () => {
    const { document, draft, problems } = readPolicy(JSON.stringify({ Statement: plain }))
    expect(document).toBe(draft)
    expect(problems).toEqual([])
  })
})

describe('what makes a statement match nothing (1.3, 1.4, 1.8, 1.11)', () => {
  it.each<[string, object, readonly string[]]>([
    ['an unknown element', { ...plain, Actions: 's3:*' }, ['unknownElement']],
    ['an element in another case', { ...plain, condition: {} }, ['unknownElement']],
    [
      'a prototype member as element',
      JSON.parse('{"Effect":"Allow","Action":"*","Resource":"*","__proto__":{}}') as object,
      ['unknownElement'],
    ],
    ['another spelling of the effect', { ...plain, Effect: 'allow' }, ['unknownEffect']],
    ['an effect of no kind', { ...plain, Effect: 'Permit' }, ['unknownEffect']],
    ['an effect that is no text', { ...plain, Effect: true }, ['wrongType']],
    ['no effect', { Action: '*', Resource: '*' }, ['missing']],
    ['Action and NotAction', { ...plain, NotAction: 'x' }, ['exclusive']],
    ['Resource and NotResource', { ...plain, NotResource: 'x' }, ['exclusive']],
    ['Principal and NotPrincipal', { ...plain, Principal: '*', NotPrincipal: '*' }, ['exclusive']],
    ['an action that is an object', { ...plain, Action: {} }, ['wrongType']],
    ['a number among the actions', { ...plain, Action: ['a', 1] }, ['wrongType']],
    ['a null resource', { ...plain, Resource: null }, ['wrongType']],
    ['a principal that is a bare name', { ...plain, Principal: '111122223333' }, ['wrongType']],
    ['a list as principal', { ...plain, Principal: ['*'] }, ['wrongType']],
    [
      'an unknown kind of principal',
      { ...plain, Principal: { aws: '*' } },
      ['unknownPrincipalKey'],
    ],
    [
      'a principal map with __proto__',
      { ...plain, Principal: JSON.parse('{"__proto__":"*"}') as object },
      ['unknownPrincipalKey'],
    ],
    [
      'an unknown operator',
      { ...plain, Condition: { StringEqual: { k: 'v' } } },
      ['unknownOperator'],
    ],
    [
      'an operator in another case',
      { ...plain, Condition: { stringEquals: { k: 'v' } } },
      ['unknownOperator'],
    ],
    [
      'Null with IfExists',
      { ...plain, Condition: { NullIfExists: { k: 'true' } } },
      ['unknownOperator'],
    ],
    ['a list as condition', { ...plain, Condition: [] }, ['wrongType']],
    ['an operator without keys', { ...plain, Condition: { StringEquals: 'v' } }, ['wrongType']],
    [
      'a null condition value',
      { ...plain, Condition: { StringEquals: { k: null } } },
      ['wrongType'],
    ],
    [
      'an object as condition value',
      { ...plain, Condition: { StringEquals: { k: { v: 1 } } } },
      ['wrongType'],
    ],
    [
      'a list in a list of values',
      { ...plain, Condition: { StringEquals: { k: [['v']] } } },
      ['wrongType'],
    ],
    ['a Sid that is no text', { ...plain, Sid: 1 }, ['wrongType']],
  ])('%s', (_, statement, kinds) => {
    expect(faultKinds(statement)).toEqual(kinds)
  })

  it('something else than an object among the statements', () => {
    const { statements } = documentOf({ Statement: [plain, 'x', plain] })
    expect(statements.map(({ faults }) => faults.length)).toEqual([0, 1, 0])
    expect(statements[2]?.index).toBe(2)
  })

  it('nothing else: odd strings stay strings', () => {
    const odd = {
      Sid: 'Not allowed!',
      Effect: 'Deny',
      Action: ['s3::Get', 'sss:*', ''],
      Resource: ['x', ''],
    }
    expect(faultKinds(odd)).toEqual([])
    expect(faultKinds({ ...plain, Action: [], Resource: [], Principal: {} })).toEqual([])
  })
})

describe('members written twice', () => {
  const text = `{"Version": "2008-10-17", "Version": "2012-10-17",
    "Statement": {"Effect": "Allow", "Action": "a", "Resource": "*", "Action": "b",
      "Principal": {"AWS": "1", "AWS": "2"},
      "Condition": {"StringEquals": {"k": "1", "K": "2", "k": "3"}, "Bool": {"x": "true"}, "Bool": {"y": "true"}}}}`

  it('the last one counts; keys that differ by case both do (1.1, 1.11, 2)', () => {
    const { document } = readPolicy(text)
    expect(document?.variables).toBe(true)
    const { action, principal, conditions } = document!.statements[0]!
    expect(action?.patterns.map(({ value }) => value)).toEqual(['b'])
    expect(principal?.patterns.map(({ value }) => value)).toEqual(['2'])
    expect(conditions.map(({ key, values }) => [key.value, values[0]?.value])).toEqual([
      ['k', '3'],
      ['K', '2'],
      ['y', 'true'],
    ])
  })

  it('each is told', () => {
    expect(ids(text)).toEqual(Array.from({ length: 5 }, () => 'duplicate-json-key'))
  })
})

describe('findings', () => {
  it('stand where the mistake is, and mend it', () => {
    const text =
      '{"Version": "2012-10-17", "Statement": {"Efect": "Allow", "Action": "*", "Resource": "*"}}'
    const [problem] = readPolicy(text).problems
    expect(markSpans(text, [problem!.span])).toContain('{«"Efect"»: "Allow"')
    expect(problem?.fixes[0]?.changesAccess).toBe(true)
    const fixed = applyEdits(text, problem!.fixes[0]!.edits)
    expect(readPolicy(fixed).problems).toEqual([])
  })

  it('a bare number or Boolean is put in quotes', () => {
    const text =
      '{"Version": 2012, "Statement": {"Effect": "Allow", "Action": ["a", true], "Resource": "*"}}'
    const edits = readPolicy(text).problems.flatMap(({ fixes }) => fixes[0]?.edits ?? [])
    expect(applyEdits(text, edits)).toBe(
      '{"Version": "2012", "Statement": {"Effect": "Allow", "Action": ["a", "true"], "Resource": "*"}}',
    )
  })

  it('a bare principal is wrapped', () => {
    const text = `{"Statement": ${JSON.stringify({ ...plain, Principal: '111122223333' })}}`
    const [problem] = readPolicy(text).problems
    const { document } = readPolicy(applyEdits(text, problem!.fixes[0]!.edits))
    expect(document?.statements[0]?.principal?.patterns[0]).toMatchObject({
      kind: 'AWS',
      value: '111122223333',
    })
  })

  it('a misspelt "Statement" is told once', () => {
    expect(ids('{"Statment": []}')).toEqual(['invalid-policy-element'])
    expect(ids('{}')).toEqual(['missing-statement'])
  })
})

describe('statementName', () => {
  it('is the Sid, or the number from one', () => {
    expect(statementName(statementOf({ ...plain, Sid: 'ReadReports' }))).toBe('ReadReports')
    expect(statementName(statementOf({ ...plain, Sid: '' }))).toBe('statement 1')
    expect(statementName(documentOf({ Statement: [plain, plain] }).statements[1]!)).toBe(
      'statement 2',
    )
  })
})
