/** Arbitrary workspaces and links for properties: everything the format allows, ugly names and broken text included. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { policyTypes } from '../src/policy/index.ts'
import { dictionary } from '../src/share/dictionary-1.ts'
import type { Json, Lesson, Scenario, Workspace, WorkspacePolicy } from '../src/workspace/index.ts'

/** Any text: lone surrogates, controls, and names that mean something to JavaScript. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 })
      .map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'length',
      'document',
      'layout',
      '\ud800',
      '\n',
      '\u2028',
      '\ufeff',
      '</script>',
      '1',
    ),
  },
)

/** JSON as JSON can hold it: no -0, no NaN. */
const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)

/** What people type: a policy laid out in some way, a broken one, anything. */
const policyText = fc.oneof(
  word,
  fc
    .tuple(
      json,
      fc.constantFrom(2, 4, '\t', 0, 3, 1, 8, 5, '  \t'),
      fc.constantFrom('', '\n', '\r\n'),
    )
    .map(([value, indent, end]) => JSON.stringify(value, null, indent) + end),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((actions) =>
    JSON.stringify(
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
      },
      null,
      2,
    ),
  ),
  fc.constantFrom(
    '{ "__proto__": { "Effect": "Allow" } }',
    '{\n  "__proto__": 1\n}',
    '{"2":1,"1":2}',
    '{ "Statement": [',
    '{"a":1,"a":2}',
    '[1.0, 1e400]',
    `${'['.repeat(200)}${']'.repeat(200)}`,
  ),
)

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

/** The record without the members that are undefined: in a workspace an optional member is there or it is not. */
const present = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T

/** Any names, `__proto__` too, as own members. */
const map = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc.array(fc.tuple(word, values), { maxLength: 3 }).map((entries) => Object.fromEntries(entries))

const policies: fc.Arbitrary<readonly WorkspacePolicy[]> = fc
  .uniqueArray(
    fc.record({
      name: word,
      type: fc.constantFrom(...policyTypes),
      level: maybe(word),
      attachedTo: maybe(fc.array(word, { maxLength: 2 })),
      enabled: fc.boolean(),
      text: policyText,
    }),
    { selector: ({ name }) => name, maxLength: 4 },
  )
  .map((list) =>
    list.map(
      (policy) =>
        present({
          ...policy,
          level: policy.type === 'scp' || policy.type === 'rcp' ? policy.level : undefined,
        }) as WorkspacePolicy,
    ),
  )

const tags = maybe(map(word))

const principal = fc
  .oneof(
    fc.record({ arn: word, tags }),
    fc.record({ service: word, tags }),
    fc.record({ federated: word, tags }),
    fc.record({ canonicalUser: word, tags }),
    fc.record({ anonymous: fc.constant(true), tags }),
  )
  .map((value) => present(value) as Scenario['principal'])

const expectation = fc
  .record({
    decision: fc.constantFrom('allow', 'explicitDeny', 'implicitDeny', 'deny'),
    decidedBy: maybe(fc.array(fc.record({ policy: word, statement: fc.nat() }), { maxLength: 2 })),
  })
  .map(present)

const scenario = fc
  .record({
    name: word,
    principal,
    action: word,
    resource: fc.record({ arn: word, account: maybe(word), tags }).map(present),
    requestTags: tags,
    context: maybe(map(fc.oneof(word, fc.array(word, { maxLength: 2 })))),
    expect: maybe(expectation),
    reported: maybe(map(json)),
  })
  .map((value) => present(value) as Scenario)

const texts = maybe(fc.array(word, { maxLength: 3 }))

const lesson = fc
  .record({
    kind: fc.constantFrom('lesson', 'challenge'),
    id: maybe(word),
    minutes: maybe(fc.nat()),
    goal: maybe(word),
    text: maybe(word),
    debrief: maybe(word),
    hints: texts,
    mustNot: texts,
    solution: maybe(policies),
    next: maybe(word),
  })
  .map((value) => present(value) as Lesson)

export const arbitraryWorkspace: fc.Arbitrary<Workspace> = fc
  .record({
    title: maybe(word),
    description: maybe(word),
    policies,
    scenarios: fc.array(scenario, { maxLength: 3 }),
    lesson: maybe(lesson),
  })
  .map((value) => present(value) as Workspace)

const preset = strToU8(dictionary)

/** The link of a payload, with the check that makes it pass for sound. */
export function sealed(payload: string): string {
  const check = createHash('sha256').update(payload).digest('base64url').slice(0, 6)
  return `#w1.${payload}.${check}`
}

/** The link of any packed text, whether a workspace or not. */
export function linkOf(packed: string | Uint8Array): string {
  const bytes = typeof packed === 'string' ? strToU8(packed) : packed
  const deflated = deflateSync(bytes, { mem: 6, dictionary: preset })
  return sealed(Buffer.from(deflated).toString('base64url'))
}

/** A link with a few characters changed, cut or put in. */
export function mutated(link: string): fc.Arbitrary<string> {
  const slip = fc.record({
    at: fc.nat({ max: link.length }),
    drop: fc.nat({ max: 6 }),
    put: fc.string({ maxLength: 4 }),
  })
  return fc
    .array(slip, { minLength: 1, maxLength: 4 })
    .map((slips) =>
      slips.reduce(
        (text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop),
        link,
      ),
    )
}

/** Sound checks over payloads and packed texts that nobody made with this program. */
export const arbitraryLink: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ maxLength: 80 }).map((text) => `#w1.${text}`),
  fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => sealed(Buffer.from(bytes).toString('base64url'))),
  fc.string({ maxLength: 80 }).map(linkOf),
  fc.uint8Array({ maxLength: 80 }).map(linkOf),
  json.map((value) => linkOf(JSON.stringify(value))),
  fc
    .record({ policies: json, scenarios: json, lesson: json, title: json })
    .map((members) => linkOf(JSON.stringify({ sidelight: 1, ...members }))),
  fc
    .array(
      fc.record(
        {
          name: json,
          type: fc.constantFrom('identity', 'scp'),
          document: json,
          layout: json,
          length: json,
        },
        { requiredKeys: ['type'] },
      ),
      { maxLength: 3 },
    )
    .chain((list) =>
      word.map((tail) => linkOf(`${JSON.stringify({ sidelight: 1, policies: list })}\n${tail}`)),
    ),
)
