import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, type Finding } from './finding.ts'
import { faultsOf, grammarType } from './grammar.ts'
import { readJson, type JsonNode } from './json.ts'
import { readPolicy } from './read.ts'
import { policyTypes, type StatementFault } from './document.ts'
import type { Located, Span } from './span.ts'

/**
 * What holds for every text, policy or not. First the texts: what people write, with everything that can be wrong with it.
 */
const words = fc.constantFrom(
  '*',
  's3:GetObject',
  's3:Get*',
  'arn:aws:s3:::reports/*',
  'arn:aws:iam::111122223333:role/app',
  '${aws:username}',
  '${',
  '111122223333',
  '2012-10-17',
  'Allow',
  'allow',
  '',
  'ä\u{1f600}"\\',
)
const odd = fc.oneof(
  words,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
)
const strings = fc.oneof(
  { weight: 5, arbitrary: words },
  fc.array(fc.oneof(words, odd), { maxLength: 3 }),
  odd,
)

const record = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(model, { requiredKeys: [] })

const condition = fc.dictionary(
  fc.constantFrom(
    'StringEquals',
    'ForAllValues:StringLike',
    'BoolIfExists',
    'Null',
    'stringequals',
    '__proto__',
  ),
  fc.oneof(
    fc.dictionary(fc.constantFrom('aws:username', 'AWS:UserName', 'aws:TagKeys', ''), strings),
    odd,
  ),
  { maxKeys: 3 },
)

const principal = fc.oneof(
  fc.constant('*'),
  fc.dictionary(
    fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser', 'aws', '__proto__'),
    strings,
    {
      maxKeys: 3,
    },
  ),
  odd,
)

const statement = record({
  Sid: fc.oneof(words, odd),
  Effect: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('Allow', 'Deny') }, odd),
  Principal: principal,
  NotPrincipal: principal,
  Action: strings,
  NotAction: strings,
  Resource: strings,
  NotResource: strings,
  Condition: fc.oneof(condition, odd),
  Comment: odd,
  __proto__: odd,
})

/** A parsed policy, sensible or not. */
const policyValue = fc.oneof(
  record({
    Version: fc.oneof(words, odd),
    Id: odd,
    Statement: fc.oneof(statement, fc.array(fc.oneof(statement, odd), { maxLength: 4 }), odd),
    statement: odd,
  }),
  odd,
)

/** The text of a policy, as JSON. */
const policyJson = fc
  .tuple(policyValue, fc.constantFrom(undefined, 2, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent))

const scraps = fc.constantFrom(
  ...[
    '',
    ',',
    ',,',
    '"',
    '{',
    '}',
    '[',
    ']',
    ':',
    '\\',
    '\n',
    '\r\n',
    '\t',
    '1',
    '-',
    '//x\n',
    '/*',
    '*/',
  ],
  ...["'", '\u201c', '\u201d', '\u0007', '\u2028', 'Effect', 'true', '\\u12', '${', '\ud800'],
)

/** The text of a policy in the middle of being typed: pieces are missing, doubled or out of place. */
const policyText = fc.oneof(
  policyJson,
  fc
    .tuple(policyJson, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 5 }), scraps), { maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce((before, [place, removed, inserted]) => {
        const at = place % (before.length + 1)
        return before.slice(0, at) + inserted + before.slice(at + removed)
      }, text),
    ),
  fc
    .array(fc.oneof(scraps, words, fc.constantFrom('"Statement"', '"Effect"', '"Allow"')), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

function within(inner: Span, outer: Span): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start)
  expect(inner.end).toBeLessThanOrEqual(outer.end)
  expect(inner.start).toBeLessThanOrEqual(inner.end)
}

/** Every part lies in its whole, and parts come one after the other. */
function spansNest(node: JsonNode): void {
  const parts: readonly Span[] =
    node.kind === 'object'
      ? node.members.map(({ span }) => span)
      : node.kind === 'array'
        ? node.items.map(({ span }) => span)
        : []
  parts.forEach((part, index) => {
    within(part, node.span)
    expect(part.start).toBeGreaterThanOrEqual(parts[index - 1]?.end ?? node.span.start)
  })
  if (node.kind === 'array') node.items.forEach(spansNest)
  if (node.kind === 'object')
    for (const { span, key, value } of node.members) {
      within(key.span, span)
      if (!value) continue
      within(value.span, span)
      expect(value.span.start).toBeGreaterThanOrEqual(key.span.end)
      spansNest(value)
    }
}

/** Every string, number and Boolean of a tree, with what it says. */
function tokens(node: JsonNode): readonly Located<unknown>[] {
  switch (node.kind) {
    case 'object':
      return node.members.flatMap(({ key, value }) => [key, ...(value ? tokens(value) : [])])
    case 'array':
      return node.items.flatMap(tokens)
    case 'null':
      return [{ value: null, span: node.span }]
    case 'string':
    case 'number':
    case 'boolean':
      return [node]
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

describe('reading any text', () => {
  it('never throws, and spans nest', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const { json, draft, problems } = readPolicy(text)
        const whole = { start: 0, end: text.length }
        if (json) {
          within(json.span, whole)
          spansNest(json)
        }
        for (const problem of problems)
          for (const { span } of problem.related ?? []) within(span, whole)
        for (const statement of draft?.statements ?? []) {
          within(statement.span, whole)
          for (const fault of statement.faults) within(fault.span, statement.span)
          for (const clause of [statement.principal, statement.action, statement.resource]) {
            if (!clause) continue
            within(clause.span, statement.span)
            for (const { span } of [clause.key, ...clause.patterns]) within(span, clause.span)
          }
          for (const { span, key, operatorName, values } of statement.conditions) {
            within(span, statement.span)
            within(operatorName.span, statement.span)
            for (const part of [key, ...values]) within(part.span, span)
          }
        }
      }),
      { numRuns: 800 },
    )
  })

  it('the text at a span is the token, in a text that is JSON', () => {
    fc.assert(
      fc.property(policyJson, (text) => {
        const { json } = readPolicy(text)
        for (const { value, span } of json ? tokens(json) : [])
          expect(JSON.parse(text.slice(span.start, span.end))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  it('only what is JSON, an object, and has statements is a policy (1.11)', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const value = parsed(text)
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
        const members = new Map<string, unknown>(isObject ? Object.entries(value) : [])
        const statement = members.get('Statement')
        const saved = typeof statement === 'object' && statement !== null
        expect(readPolicy(text).document !== undefined).toBe(saved)
      }),
      { numRuns: 600 },
    )
  })

  it('a document is read the same, whatever its layout', () => {
    const layouts = fc.constantFrom(undefined, 1, 4, '\t')
    const bare = (text: string) =>
      JSON.stringify(readPolicy(text).draft, (name, part: unknown) =>
        name === 'span' ? undefined : part,
      )
    fc.assert(
      fc.property(policyValue, layouts, layouts, (value, one, other) => {
        expect(bare(JSON.stringify(value, null, one))).toBe(
          bare(JSON.stringify(value, null, other)),
        )
      }),
    )
  })

  it('the texts above reach every fault, and faults by type only add to the others', () => {
    const seen = new Set<StatementFault['kind']>()
    const sampled = fc.sample(policyJson, { numRuns: 2000, seed: 1 })
    for (const text of sampled) {
      const { document } = readPolicy(text)
      for (const type of policyTypes)
        for (const statement of document?.statements ?? []) {
          const faults = faultsOf(statement, grammarType(type, document))
          expect(faults.slice(0, statement.faults.length)).toEqual(statement.faults)
          for (const { kind } of faults) seen.add(kind)
        }
    }
    const every: Record<StatementFault['kind'], true> = {
      unknownElement: true,
      wrongType: true,
      missing: true,
      exclusive: true,
      unknownEffect: true,
      unknownOperator: true,
      unknownPrincipalKey: true,
      notAllowedHere: true,
    }
    expect([...seen].sort()).toEqual(Object.keys(every).sort())
  })
})

describe('problems and fixes of every text', () => {
  it('problems lie in the text, and edits too, without overlap', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        for (const { span, fixes, message } of readJson(text).problems) {
          expect(message).not.toBe('')
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(Math.max(text.length, 1))
          for (const { edits } of fixes) expect(applyEdits(text, edits)).not.toBe(text)
        }
      }),
      { numRuns: 800 },
    )
  })

  it('a fix mends: the problem is gone from its place, or fewer are left, or less text', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const { problems } = readJson(text)
        for (const problem of problems)
          for (const { edits, title } of problem.fixes) {
            const fixed = applyEdits(text, edits)
            const left = readJson(fixed).problems
            const key = ({ id, message, span }: Finding) => JSON.stringify([id, message, span])
            const still = left.some((other) => key(other) === key(problem))
            const progress = !still || left.length < problems.length || fixed.length < text.length
            expect(progress, `${title}: ${text} → ${fixed}`).toBe(true)
          }
      }),
      { numRuns: 800 },
    )
  })

  it('whoever takes every first fix comes to an end', () => {
    const mended = new Set<boolean>()
    fc.assert(
      fc.property(policyText, (start) => {
        let text = start
        for (let steps = 0; ; steps++) {
          const fix = readJson(text).problems.find(({ fixes }) => fixes.length > 0)?.fixes[0]
          if (!fix) break
          text = applyEdits(text, fix.edits)
          expect(steps, start).toBeLessThan(3 * start.length + 20)
        }
        mended.add(readJson(text).problems.length === 0)
      }),
      { numRuns: 300 },
    )
    expect(mended).toContain(true)
  })
})
