import { describe, expect, it } from 'vitest'
import { conditionOperatorNames, parseConditionOperator } from './condition.ts'
import { operators } from './operators.ts'

describe('condition operators', () => {
  it('splits a name into set operator, operator and IfExists', () => {
    expect(parseConditionOperator('ForAnyValue:StringNotLikeIfExists')).toMatchObject({
      set: 'ForAnyValue',
      name: 'StringNotLike',
      base: 'StringLike',
      negated: true,
      ifExists: true,
    })
    expect(parseConditionOperator('Bool')).toMatchObject({
      set: undefined,
      base: 'Bool',
      negated: false,
      ifExists: false,
    })
  })

  it('knows every name it lists, and lists each once', () => {
    expect(new Set(conditionOperatorNames).size).toBe(conditionOperatorNames.length)
    for (const name of conditionOperatorNames) {
      const operator = parseConditionOperator(name)!
      const spelled = `${operator.set ? `${operator.set}:` : ''}${operator.name}${operator.ifExists ? 'IfExists' : ''}`
      expect(spelled).toBe(name)
    }
  })

  it('every operator may take a set operator and IfExists, but Null no IfExists (6.4)', () => {
    expect(conditionOperatorNames).toHaveLength(Object.keys(operators).length * 6 - 3)
    expect(parseConditionOperator('Null')).toBeDefined()
    expect(parseConditionOperator('ForAllValues:Null')).toBeDefined()
    expect(parseConditionOperator('NullIfExists')).toBeUndefined()
  })

  it.each([
    'stringEquals',
    'STRINGEQUALS',
    'StringEqual',
    'StringEqualsifexists',
    'forAllValues:StringEquals',
    'ForAllValues: StringEquals',
    'ForAllValues:',
    'ForSomeValues:StringEquals',
    'StringEqualsIfExistsIfExists',
    'BinaryNotEquals',
    'IPAddress',
    '',
    'constructor',
    '__proto__',
  ])('%j is none: names are exact (2)', (name) => {
    expect(parseConditionOperator(name)).toBeUndefined()
  })

  it('what is negated names an operator of its own family', () => {
    for (const entry of Object.values(operators)) {
      if (!('negates' in entry)) continue
      expect(operators[entry.negates].family).toBe(entry.family)
    }
  })
})
