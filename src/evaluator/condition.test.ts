import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionOperatorNames, parseConditionOperator, readPolicy } from '#policy'
import { accessRequest, type Context, type RequestInput } from '#request'
import { compileCondition } from './condition.ts'

type Values = string | readonly string[] | undefined

function contextOf(values: Values, more: Partial<RequestInput> = {}): Context {
  return accessRequest({
    principal: { arn: 'arn:aws:iam::111122223333:user/alice' },
    action: 's3:GetObject',
    resource: { arn: '*' },
    ...more,
    context: { ...(values !== undefined && { k: values }), ...more.context },
  }).context
}

function compile(operator: string, wanted: unknown, version = '2012-10-17', key = 'k') {
  const statement = {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
    Condition: { [operator]: { [key]: wanted } },
  }
  const document = readPolicy(JSON.stringify({ Version: version, Statement: statement })).document!
  return compileCondition(document.statements[0]!.conditions[0]!, document.variables)
}

const test = (operator: string, wanted: unknown, values: Values, more?: Partial<RequestInput>) =>
  compile(operator, wanted)(contextOf(values, more))
const holds = (...asked: Parameters<typeof test>) => test(...asked).matched

/** Every operator that compares, with a value that fits and one that does not. */
const samples: Readonly<Record<string, readonly [policy: string, fitting: string, other: string]>> =
  {
    StringEquals: ['a', 'a', 'b'],
    StringEqualsIgnoreCase: ['a', 'A', 'b'],
    StringLike: ['a*', 'ab', 'b'],
    NumericEquals: ['1', '1.0', '2'],
    NumericLessThan: ['1', '0', '2'],
    NumericLessThanEquals: ['1', '1', '2'],
    NumericGreaterThan: ['1', '2', '0'],
    NumericGreaterThanEquals: ['1', '1', '0'],
    DateEquals: ['2026', '2026-01-01', '2027'],
    DateLessThan: ['2026', '2025', '2027'],
    DateLessThanEquals: ['2026', '2026', '2027'],
    DateGreaterThan: ['2026', '2027', '2025'],
    DateGreaterThanEquals: ['2026', '2026', '2025'],
    Bool: ['true', 'True', 'false'],
    BinaryEquals: ['QQ==', 'QQ', 'QUI='],
    IpAddress: ['10.0.0.0/8', '10.1.2.3', '11.1.2.3'],
    ArnEquals: ['arn:aws:sns:*:1:t', 'arn:aws:sns:x:1:t', 'arn:aws:sns:x:2:t'],
    ArnLike: ['arn:aws:sns:*:1:t', 'arn:aws:sns:x:1:t', 'arn:aws:sns:x:2:t'],
  }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
describe.each(conditionOperatorNames.filter((name) => !name.includes('Null')))('%s', (name) => {
  const { base, negated, set, ifExists } = parseConditionOperator(name)!
  const [policy, fitting, other] = samples[base]!

  it('one value on each side', () => {
    expect([holds(name, policy, fitting), holds(name, policy, other)]).toEqual([!negated, negated])
  })

  it('an absent key (6.3, 6.4, 6.10, 14.9)', () => {
    const expected = set ? set === 'ForAllValues' : ifExists || negated
    expect(holds(name, policy, undefined)).toBe(expected)
    expect(holds(name, policy, [])).toBe(expected)
  })

  it('several values of the policy are alternatives, or none of them may match (6.1)', () => {
    expect(holds(name, [policy, policy], fitting)).toBe(!negated)
    expect(holds(name, [policy, policy], other)).toBe(negated)
  })

  it('several values of the request (6.10, 14.8)', () => {
    const mixed = [other, fitting]
    const expected = set === 'ForAllValues' ? false : set === 'ForAnyValue' ? true : !negated
    expect(holds(name, policy, mixed)).toBe(expected)
    expect(holds(name, policy, [fitting, fitting])).toBe(!negated)
    expect(holds(name, policy, [other, other])).toBe(negated)
  })

  it('no value in the policy (6.13, 14.12)', () => {
    expect(holds(name, [], fitting)).toBe(negated && !set && !ifExists)
    expect(holds(name, [], undefined)).toBe(set ? set === 'ForAllValues' : ifExists || negated)
  })
})

it('every comparing operator has its sample', () => {
  const bases = conditionOperatorNames.map((name) => parseConditionOperator(name)!.base)
  expect(new Set([...Object.keys(samples), 'Null'])).toEqual(new Set(bases))
})

describe('keys', () => {
  it('are compared without case (2)', () => {
    expect(
      compile(
        'StringEquals',
        'v',
        '2012-10-17',
        'AWS:sourceVPC',
      )(contextOf(undefined, { context: { 'aws:SourceVpc': 'v' } })).matched,
    ).toBe(true)
  })

  it('of tags ignore case, values do not (6.14)', () => {
    const condition = compile('StringEquals', 'Red', '2012-10-17', 'aws:PrincipalTag/TEAM')
    const tagged = (team: string) =>
      contextOf(undefined, {
        principal: { arn: 'arn:aws:iam::111122223333:user/a', tags: { team } },
      })
    expect([condition(tagged('Red')).matched, condition(tagged('red')).matched]).toEqual([
      true,
      false,
    ])
  })

  it('the values of aws:TagKeys are values: their case counts', () => {
    const condition = compile('ForAllValues:StringEquals', ['owner'], '2012-10-17', 'aws:TagKeys')
    expect(condition(contextOf(undefined, { requestTags: { owner: 'x' } })).matched).toBe(true)
    expect(condition(contextOf(undefined, { requestTags: { Owner: 'x' } })).matched).toBe(false)
  })

  it('that every object has are none of a request', () => {
    for (const key of ['__proto__', 'constructor', 'toString'])
      expect(compile('Null', 'true', '2012-10-17', key)(contextOf('v')).matched).toBe(true)
  })
})

describe('Null (6.3, 6.12, 14.13)', () => {
  it.each([
    ['true', undefined, true],
    ['true', 'v', false],
    ['false', 'v', true],
    ['false', undefined, false],
    [true, undefined, true],
    ['TRUE', undefined, true],
    ['yes', undefined, false],
    ['yes', 'v', false],
    [['true', 'false'], undefined, true],
    [[], undefined, false],
    [[], 'v', false],
    // An empty list is no value, an empty text is one.
    ['true', [], true],
    ['false', '', true],
    ['false', [''], true],
  ] as const)('%j on %j: %s', (wanted, values, expected) => {
    expect(holds('Null', wanted, values)).toBe(expected)
  })

  it('ForAllValues:Null is always true, ForAnyValue:Null never', () => {
    for (const wanted of ['true', 'false', []])
      for (const values of [undefined, 'v', ['v', 'w']]) {
        expect(holds('ForAllValues:Null', wanted, values)).toBe(true)
        expect(holds('ForAnyValue:Null', wanted, values)).toBe(false)
      }
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
describe('set operators', () => {
  it('"a null dataset, such as an empty string" is no value to them', () => {
    for (const values of ['', [''], ['', '']]) {
      expect(holds('ForAllValues:StringEquals', 'a', values)).toBe(true)
      expect(holds('ForAllValues:StringNotEquals', '', values)).toBe(true)
      expect(holds('ForAnyValue:StringEquals', '', values)).toBe(false)
      expect(holds('ForAnyValue:StringNotEquals', 'a', values)).toBe(false)
    }
    expect(holds('ForAllValues:StringEquals', 'a', ['a', ''])).toBe(false)
    // To every other operator the empty text is a text.
    expect(holds('StringEquals', '', '')).toBe(true)
    expect(holds('StringEquals', 'a', '')).toBe(false)
    expect(holds('StringEqualsIfExists', 'a', '')).toBe(false)
  })

  it('are what the definition says: all, any, and no value matching', () => {
    const letters = fc.array(fc.constantFrom<string[]>('a', 'b', 'c'), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(letters, letters, (policy, request) => {
        const listed = (value: string) => policy.includes(value)
        expect(holds('ForAllValues:StringEquals', policy, request)).toBe(request.every(listed))
        expect(holds('ForAnyValue:StringEquals', policy, request)).toBe(request.some(listed))
        expect(holds('ForAllValues:StringNotEquals', policy, request)).toBe(!request.some(listed))
        expect(holds('ForAnyValue:StringNotEquals', policy, request)).toBe(!request.every(listed))
        // Without a set operator: as ForAnyValue, and for negated operators its opposite (14.8).
        expect(holds('StringEquals', policy, request)).toBe(request.some(listed))
        expect(holds('StringNotEquals', policy, request)).toBe(!request.some(listed))
      }),
    )
  })
})

describe('values that are not of the type (6.6, 14.10)', () => {
  it.each([
    ['NumericEquals', 'NumericNotEquals', 'ten', '10'],
    ['DateEquals', 'DateNotEquals', 'soon', '2026'],
    ['IpAddress', 'NotIpAddress', 'here', '10.0.0.1'],
    ['ArnLike', 'ArnNotLike', 'topic', 'arn:aws:sns:x:1:t'],
  ])('match %s never, and %s always', (positive, negated, odd, right) => {
    for (const [wanted, given] of [
      [odd, right],
      [right, odd],
      [odd, odd],
    ] as const) {
      expect(holds(positive, wanted, given)).toBe(false)
      expect(holds(negated, wanted, given)).toBe(true)
    }
  })

  it('one odd value does not spoil the others', () => {
    expect(holds('NumericEquals', ['ten', '10'], '10')).toBe(true)
    expect(holds('NumericNotEquals', ['ten', '10'], '10')).toBe(false)
    expect(holds('ForAnyValue:NumericEquals', '10', ['ten', '10'])).toBe(true)
    expect(holds('ForAllValues:NumericEquals', '10', ['ten', '10'])).toBe(false)
  })

  it('numbers and Booleans of JSON are their text (1.9)', () => {
    expect(holds('NumericLessThan', 3600, '900')).toBe(true)
    expect(holds('Bool', true, 'true')).toBe(true)
    expect(holds('StringEquals', false, 'false')).toBe(true)
    expect(holds('DateLessThan', 1774780215, '2026-03-29')).toBe(true)
  })
})

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
describe('variables (7)', () => {
  const name = '${aws:username}'

  it('are replaced under String, Arn and Bool operators, and no others (7.3, 14.7)', () => {
    expect(holds('StringEquals', name, 'alice')).toBe(true)
    expect(holds('StringEqualsIgnoreCase', name, 'ALICE')).toBe(true)
    expect(holds('StringLike', `home/${name}/*`, 'home/alice/x')).toBe(true)
    expect(holds('ArnLike', `arn:aws:iam::*:user/${name}`, 'arn:aws:iam::1:user/alice')).toBe(true)
    const context = { context: { bool: 'true', number: '5' } }
    expect(holds('Bool', '${bool}', 'true', context)).toBe(true)
    expect(holds('NumericEquals', '${number}', '5', context)).toBe(false)
  })

  it('mean nothing under an older Version (7.2)', () => {
    for (const version of ['2008-10-17', ''])
      expect(compile('StringEquals', name, version)(contextOf(name)).matched).toBe(true)
    expect(compile('StringEquals', name, '2008-10-17')(contextOf('alice')).matched).toBe(false)
    // `${*}` is an escape only where variables are.
    expect(compile('StringLike', 'a${*}', '2008-10-17')(contextOf('a${bc}')).matched).toBe(true)
    expect(compile('StringLike', 'a${*}')(contextOf('a*')).matched).toBe(true)
  })

  it('without a value nothing equals them, an absent key included (7.4)', () => {
    const team = '${aws:PrincipalTag/team}'
    expect(holds('StringEquals', team, 'red')).toBe(false)
    expect(holds('StringEquals', team, '')).toBe(false)
    expect(holds('StringEquals', team, undefined)).toBe(false)
    expect(holds('StringNotEquals', team, 'red')).toBe(true)
    expect(holds('StringNotEquals', team, undefined)).toBe(true)
    expect(holds('StringEquals', [team, 'red'], 'red')).toBe(true)
    expect(holds('StringLike', `*${team}`, 'anything')).toBe(false)
    expect(test('StringEquals', team, 'red').patterns[0]).toMatchObject({
      unresolved: 'aws:PrincipalTag/team',
    })
  })

  it('fall back to their default', () => {
    expect(holds('StringEquals', "${aws:PrincipalTag/team, 'red'}", 'red')).toBe(true)
    expect(holds('StringLike', "${aws:PrincipalTag/team, '*'}", 'red')).toBe(false)
  })

  it('of a multivalued key have no value (7.5)', () => {
    const tags = { requestTags: { a: 'x' } }
    expect(holds('StringEquals', '${aws:TagKeys}', 'a', tags)).toBe(false)
    expect(holds('StringNotEquals', '${aws:TagKeys}', 'a', tags)).toBe(true)
  })

  it('are literal once replaced (7.6)', () => {
    const star = { context: { star: '*', nested: name } }
    expect(holds('StringLike', '${star}', 'anything', star)).toBe(false)
    expect(holds('StringLike', '${star}', '*', star)).toBe(true)
    expect(holds('StringEquals', '${nested}', 'alice', star)).toBe(false)
    expect(holds('StringEquals', '${nested}', name, star)).toBe(true)
  })

  it.each(['${', '${}', '${aws:username', '${aws: username}', "${aws:username, 'x}"])(
    'a flawed one, %j, has no value',
    (flawed) => {
      expect(holds('StringEquals', flawed, flawed)).toBe(false)
      expect(holds('StringNotEquals', flawed, flawed)).toBe(true)
    },
  )
})

describe('the outcome names the rule that decided', () => {
  it.each([
    ['StringEquals', 'a', 'a', 'valueMatched'],
    ['StringEquals', 'a', 'b', 'noValueMatched'],
    ['StringNotEquals', 'a', 'a', 'valueMatched'],
    ['StringEquals', 'a', undefined, 'absentPositive'],
    ['StringNotEquals', 'a', undefined, 'absentNegated'],
    ['StringEqualsIfExists', 'a', undefined, 'absentIfExists'],
    ['ForAllValues:StringEquals', 'a', undefined, 'absentForAllValues'],
    ['ForAnyValue:StringEqualsIfExists', 'a', undefined, 'absentForAnyValue'],
    ['Null', 'true', undefined, 'absence'],
    ['Null', 'true', 'a', 'presence'],
    ['ForAllValues:Null', 'true', 'a', 'nullWithSetOperator'],
    ['StringEquals', [], 'a', 'emptyList'],
    ['NumericEquals', '1', 'one', 'requestValueMalformed'],
    ['StringEqual', 'a', 'a', 'unknownOperator'],
  ] as const)('%s %j on %j: %s', (operator, wanted, values, outcome) => {
    expect(test(operator, wanted, values).outcome).toBe(outcome)
  })

  it('an unknown operator holds for nothing', () => {
    expect(holds('StringEqual', 'a', 'a')).toBe(false)
    expect(holds('StringNotEqual', 'a', 'b')).toBe(false)
  })
})

it('a condition that is kept answers as a new one would, whatever was asked before', () => {
  const values = fc.option(
    fc.oneof(fc.constantFrom('a', 'b', ''), fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 })),
    { nil: undefined },
  )
  const team = fc.option(fc.constantFrom('a', 'b'), { nil: undefined })
  const asked = fc.array(fc.tuple(values, team), { minLength: 2, maxLength: 6 })
  const wanted = fc.array(
    fc.constantFrom('a', 'b', '${aws:PrincipalTag/team}', "${aws:PrincipalTag/team, 'a'}", '${'),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...conditionOperatorNames),
      wanted,
      asked,
      (operator, list, requests) => {
        const kept = compile(operator, list)
        for (const [given, tag] of requests) {
          const arn = 'arn:aws:iam::111122223333:user/alice'
          const context = contextOf(given, {
            principal: { arn, ...(tag && { tags: { team: tag } }) },
          })
          expect(kept(context)).toEqual(compile(operator, list)(context))
        }
      },
    ),
    { numRuns: 400 },
  )
})
