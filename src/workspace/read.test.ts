import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policyTypes, readPolicy } from '#policy'
import { readWorkspace, readWorkspaces } from './read.ts'
import { runScenario } from './run.ts'
import type { Json, Lesson, Scenario, Workspace, WorkspacePolicy } from './workspace.ts'
import { writeWorkspace } from './write.ts'

const alice = { arn: 'arn:aws:iam::111122223333:user/alice' }
const scenario = { name: 's', principal: alice, action: 's3:GetObject', resource: { arn: '*' } }
const policy = { name: 'p', type: 'identity', text: '{}' }

/** What is read, and the problems as one line each. */
function read(members: Readonly<Record<string, unknown>>) {
  const { workspace, problems } = readWorkspace({ sidelight: 1, ...members })
  return { workspace, problems: problems.map(({ path, message }) => `${path}: ${message}`) }
}
const firstPolicy = (members: Readonly<Record<string, unknown>>) => {
  const { workspace, problems } = read({ policies: [{ ...policy, ...members }] })
  return { policy: workspace?.policies[0], problems }
}
const firstScenario = (members: Readonly<Record<string, unknown>>) => {
  const { workspace, problems } = read({ scenarios: [{ ...scenario, ...members }] })
  return { scenario: workspace?.scenarios[0], problems }
}

describe('the format version', () => {
  it('is required, and newer ones cannot be read', () => {
    for (const value of [
      {},
      { sidelight: '1' },
      { sidelight: 0 },
      { sidelight: 1.5 },
      { sidelight: 2 },
      [],
      null,
      1,
      'x',
      undefined,
    ]) {
      const { workspace, problems } = readWorkspace(value)
      expect(workspace).toBeUndefined()
      expect(problems).toHaveLength(1)
    }
    expect(readWorkspace({ sidelight: 2 }).problems[0]?.message).toBe(
      'this workspace uses format 2; formats up to 1 can be read',
    )
    expect(readWorkspace({ sidelight: 1 })).toEqual({
      workspace: { policies: [], scenarios: [] },
      problems: [],
    })
  })

  it('a file holds one workspace or a list of them, each read by itself', () => {
    expect(readWorkspaces({ sidelight: 1 })).toHaveLength(1)
    const [good, bad, odd] = readWorkspaces([
      { sidelight: 1 },
      {},
      { sidelight: 1, policies: [{}] },
    ])
    expect([good?.workspace, bad?.workspace, odd?.workspace].map(Boolean)).toEqual([
      true,
      false,
      true,
    ])
    expect(bad?.problems[0]?.path).toBe('[1].sidelight')
    expect(odd?.problems[0]?.path).toBe('[2].policies[0].type')
    expect(readWorkspaces([7])[0]?.problems[0]?.path).toBe('[0]')
  })
})

describe('policies', () => {
  it('keep their text as it is, malformed or not', () => {
    expect(firstPolicy({ text: '{ "Version": ' })).toEqual({
      policy: { name: 'p', type: 'identity', enabled: true, text: '{ "Version": ' },
      problems: [],
    })
  })

  it('take a parsed document; the text counts when both are there', () => {
    const document = { Version: '2012-10-17', Statement: [] }
    const { workspace, problems } = read({ policies: [{ name: 'p', type: 'identity', document }] })
    expect(JSON.parse(workspace?.policies[0]?.text ?? '')).toEqual(document)
    expect(problems).toEqual([])
    expect(firstPolicy({ document })).toMatchObject({
      policy: { text: '{}' },
      problems: [
        'policies[0].document: stands beside "text", which counts; "document" was left out',
      ],
    })
  })

  it('a document that cannot be written leaves the policy empty', () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    for (const document of [deep, undefined]) {
      const { workspace, problems } = read({
        policies: [{ name: 'p', type: 'identity', document }],
      })
      expect(workspace?.policies[0]?.text).toBe('')
      expect(problems).toHaveLength(1)
    }
  })

  it('without text, with a type of no kind, or not even an object', () => {
    expect(read({ policies: [{ name: 'p', type: 'identity' }] }).workspace?.policies).toMatchObject(
      [{ text: '' }],
    )
    expect(firstPolicy({ type: 'Identity' })).toEqual({
      policy: undefined,
      problems: [
        'policies[0].type: must be one of identity, resource, boundary, session, scp, rcp, endpoint',
      ],
    })
    expect(read({ policies: ['p'] }).problems).toEqual([
      'policies[0]: must be an object, but is text',
    ])
    expect(read({ policies: {} }).problems).toEqual(['policies: must be a list, but is an object'])
  })

  it('have names of their own', () => {
    const names = (...given: readonly unknown[]) =>
      read({ policies: given.map((name) => ({ ...policy, name })) }).workspace?.policies.map(
        ({ name }) => name,
      )
    expect(names('a', 'a', 'a')).toEqual(['a', 'a 2', 'a 3'])
    expect(names('a 2', 'a', 'a')).toEqual(['a 2', 'a', 'a 3'])
    expect(names(undefined, 7)).toEqual(['policy 1', 'policy 2'])
  })

  it('a level is for SCPs and RCPs', () => {
    expect(firstPolicy({ level: 'root' })).toMatchObject({
      problems: ['policies[0].level: only SCPs and RCPs have a level; it was left out'],
    })
    expect(firstPolicy({ level: 'root' }).policy).not.toHaveProperty('level')
    expect(firstPolicy({ type: 'scp', level: 'root' })).toMatchObject({
      policy: { level: 'root' },
      problems: [],
    })
  })

  it('are enabled unless they say otherwise', () => {
    expect(
      [true, false, undefined, 'no'].map(
        (enabled) => firstPolicy(enabled === undefined ? {} : { enabled }).policy?.enabled,
      ),
    ).toEqual([true, false, true, true])
    expect(firstPolicy({ enabled: 'no' }).problems).toEqual([
      'policies[0].enabled: must be true or false, but is text',
    ])
  })

  it('attachedTo is a list of texts', () => {
    expect(firstPolicy({ attachedTo: ['a', 7, 'b'] })).toMatchObject({
      policy: { attachedTo: ['a', 'b'] },
      problems: ['policies[0].attachedTo[1]: must be text, but is a number'],
    })
    expect(firstPolicy({ attachedTo: 'a' }).policy).not.toHaveProperty('attachedTo')
  })
})

describe('scenarios', () => {
  it.each([
    [alice, alice],
    [{ service: 's' }, { service: 's' }],
    [{ federated: 'f' }, { federated: 'f' }],
    [{ canonicalUser: 'c' }, { canonicalUser: 'c' }],
    [{ anonymous: true }, { anonymous: true }],
    [
      { ...alice, tags: { a: 'b', n: 1 } },
      { ...alice, tags: { a: 'b', n: '1' } },
    ],
  ])('the principal %j', (principal, expected) => {
    expect(firstScenario({ principal }).scenario?.principal).toEqual(expected)
  })

  it.each([
    {},
    { ...alice, service: 's' },
    { anonymous: false },
    { anonymous: 'true' },
    { arn: 7 },
    'alice',
    null,
  ])('no principal: %j', (principal) => {
    const { scenario: found, problems } = firstScenario({ principal })
    expect(found).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^scenarios\[0\]\.principal/u)
  })

  it('need a principal, an action and a resource; a name is found for them', () => {
    for (const missing of ['principal', 'action', 'resource'])
      expect(firstScenario({ [missing]: undefined })).toMatchObject({
        scenario: undefined,
        problems: [
          `scenarios[0].${missing}: must be ${missing === 'action' ? 'text' : 'an object'}, but is missing`,
        ],
      })
    const { name, ...nameless } = scenario
    expect(read({ scenarios: [nameless] }).workspace?.scenarios[0]?.name).toBe('request 1')
    expect(name).toBe('s')
  })

  it('context values are texts or lists of them; numbers and Booleans are taken as text, and noted', () => {
    expect(
      firstScenario({ context: { a: 'x', b: ['y'], c: true, d: [1, null, 'z'], e: {} } }),
    ).toMatchObject({
      scenario: { context: { a: 'x', b: ['y'], c: 'true', d: ['1', 'z'] } },
      problems: [
        'scenarios[0].context.c: is written as text in this format; taken as "true"',
        'scenarios[0].context.d[0]: is written as text in this format; taken as "1"',
        'scenarios[0].context.d[1]: must be text, but is null',
        'scenarios[0].context.e: must be text, but is an object',
      ],
    })
    expect(firstScenario({ context: { 'aws:SourceIp': 7 } }).problems[0]).toMatch(
      /^scenarios\[0\]\.context\["aws:SourceIp"\]: /u,
    )
  })

  it('an expectation that makes no sense is none', () => {
    for (const decision of ['allow', 'explicitDeny', 'implicitDeny', 'deny'])
      expect(firstScenario({ expect: { decision } })).toMatchObject({
        scenario: { expect: { decision } },
        problems: [],
      })
    expect(firstScenario({ expect: { decision: 'Allow' } }).scenario).not.toHaveProperty('expect')
    expect(
      firstScenario({
        expect: {
          decision: 'allow',
          decidedBy: [
            { policy: 'p', statement: 0 },
            { policy: 'p', statement: -1 },
            { policy: 'p' },
            7,
          ],
        },
      }),
    ).toMatchObject({
      scenario: { expect: { decidedBy: [{ policy: 'p', statement: 0 }] } },
    })
  })

  it('what was reported is carried along, but not endlessly deep', () => {
    const reported = { type: 'x', nested: [{ a: null, b: 1.5 }] }
    expect(firstScenario({ reported })).toMatchObject({ scenario: { reported }, problems: [] })
    let deep: unknown = 'x'
    for (let depth = 0; depth < 100_000; depth++) deep = { deep }
    expect(firstScenario({ reported: { deep } }).problems).toHaveLength(1)
  })
})

it('what the format does not know is named and left out', () => {
  const { workspace, problems } = read({
    extra: 1,
    policies: [{ ...policy, extra: 1 }],
    scenarios: [{ ...scenario, extra: 1 }],
  })
  expect(problems).toEqual([
    'extra: is no member of the format; it was left out',
    'policies[0].extra: is no member of the format; it was left out',
    'scenarios[0].extra: is no member of the format; it was left out',
  ])
  expect(JSON.stringify(workspace)).not.toContain('extra')
})

describe('names that every object has', () => {
  const odd = '{"__proto__": "a", "constructor": "b", "hasOwnProperty": "c"}'

  it('are just names: tags, context keys and reported members travel as they are', () => {
    const text = `{"sidelight": 1, "scenarios": [{"name": "s", "principal": {"arn": "x", "tags": ${odd}}, "action": "a",
      "resource": {"arn": "*", "tags": ${odd}}, "requestTags": ${odd}, "context": ${odd}, "reported": ${odd}}]}`
    const { workspace, problems } = readWorkspace(JSON.parse(text))
    expect(problems).toEqual([])
    const [found] = workspace!.scenarios
    for (const map of [
      found?.principal.tags,
      found?.resource.tags,
      found?.requestTags,
      found?.context,
      found?.reported,
    ]) {
      expect(JSON.stringify(map)).toBe(JSON.stringify(JSON.parse(odd)))
      expect(Object.getPrototypeOf(map)).toBe(Object.prototype)
    }
    expect(JSON.stringify(writeWorkspace(workspace!))).toContain(JSON.stringify(JSON.parse(odd)))
    expect(runScenario(workspace!, found!).decision.verdict).toBe('implicitDeny')
  })

  it('are no members of the format, and change no prototype', () => {
    const text =
      '{"sidelight": 1, "__proto__": {"policies": [{"name": "p", "type": "identity", "text": ""}]}, "policies": [{"__proto__": {"name": "q"}, "type": "identity", "text": ""}]}'
    const { workspace, problems } = readWorkspace(JSON.parse(text))
    expect(workspace?.policies).toEqual([
      { name: 'policy 1', type: 'identity', enabled: true, text: '' },
    ])
    expect(problems.map(({ path }) => path)).toEqual([
      '__proto__',
      'policies[0].__proto__',
      'policies[0].name',
    ])
    expect(({} as Record<string, unknown>)['policies']).toBeUndefined()
  })
})

/** JSON that resembles a workspace: known names, values of every kind in every place. */
const names = fc.constantFrom(
  'sidelight',
  'title',
  'policies',
  'scenarios',
  'lesson',
  'name',
  'type',
  'text',
  'document',
  'principal',
  'arn',
  'tags',
  'action',
  'resource',
  'context',
  'expect',
  'decision',
  'decidedBy',
  'reported',
  'solution',
  'kind',
  '__proto__',
  'constructor',
  '',
)
const values = fc.constantFrom<unknown>(
  1,
  2,
  true,
  null,
  '',
  'identity',
  'allow',
  'lesson',
  'arn:aws:s3:::b',
  '{}',
  [],
  {},
)
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    values,
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(names, tie('anything'), { maxKeys: 5 }),
  ),
}))

describe('any JSON', () => {
  it('is read without throwing, and what is read can be written, read again and run', () => {
    let workspaces = 0
    const shaped = fc.oneof(
      anything,
      fc.record(
        {
          sidelight: fc.constant(1),
          policies: fc.array(anything),
          scenarios: fc.array(anything),
          lesson: anything,
        },
        { requiredKeys: ['sidelight'] },
      ),
      fc.record({
        sidelight: fc.constant(1),
        policies: fc.array(fc.dictionary(names, anything)),
        scenarios: fc.array(
          fc.record({
            principal: fc.constant(alice),
            action: values,
            resource: fc.constant({ arn: '*' }),
            context: anything,
            expect: anything,
          }),
        ),
      }),
    )
    fc.assert(
      fc.property(shaped, (value) => {
        const { workspace, problems } = readWorkspace(value)
        for (const { message } of problems) expect(message).not.toBe('')
        if (!workspace) return
        workspaces++
        expect(readWorkspace(writeWorkspace(workspace))).toEqual({ workspace, problems: [] })
        for (const one of workspace.scenarios)
          expect(runScenario(workspace, one).decision.missing).toBeDefined()
      }),
      { numRuns: 1000 },
    )
    expect(workspaces).toBeGreaterThan(50)
  })

  it('whatever else it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const [reading] = readWorkspaces(value)
        expect(
          Array.isArray(value) && value.length === 0
            ? reading === undefined
            : reading?.problems.length !== 0,
        ).toBe(true)
      }),
    )
  })
})

/** Whole workspaces, as the product makes them. */
const optional = <T extends object>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  required: (keyof T)[],
) => fc.record(model, { requiredKeys: required })
const map = fc.dictionary(
  fc.oneof(fc.string({ maxLength: 8 }), names),
  fc.string({ maxLength: 8 }),
  { maxKeys: 3, noNullPrototype: true },
)
const someText = fc.string({ maxLength: 12 })
const texts = fc.array(someText, { maxLength: 3 })
const policies = fc
  .array(
    fc
      .record({
        type: fc.constantFrom(...policyTypes),
        level: fc.option(someText),
        attachedTo: fc.option(texts),
        enabled: fc.boolean(),
        text: someText,
      })
      .map(({ type, level, attachedTo, enabled, text }) => ({
        type,
        ...(level !== null && (type === 'scp' || type === 'rcp') && { level }),
        ...(attachedTo && { attachedTo }),
        enabled,
        text,
      })),
    { maxLength: 4 },
  )
  .map((some) => some.map((one, index): WorkspacePolicy => ({ name: `p ${index}`, ...one })))
const principal = fc
  .tuple(
    fc.constantFrom('arn', 'service', 'federated', 'canonicalUser', 'anonymous'),
    someText,
    fc.option(map),
  )
  .map(
    ([kind, value, tags]) =>
      ({ [kind]: kind === 'anonymous' || value, ...(tags && { tags }) }) as Scenario['principal'],
  )
const scenarios: fc.Arbitrary<readonly Scenario[]> = fc.array(
  optional<Scenario & object>(
    {
      name: someText,
      principal,
      action: someText,
      resource: optional({ arn: someText, account: someText, tags: map }, ['arn']),
      requestTags: map,
      context: fc.dictionary(someText, fc.oneof(someText, texts), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      expect: optional(
        {
          decision: fc.constantFrom('allow', 'explicitDeny', 'implicitDeny', 'deny'),
          decidedBy: fc.array(
            fc.record({ policy: someText, statement: fc.nat() }, { noNullPrototype: true }),
            { maxLength: 2 },
          ),
        },
        ['decision'],
      ),
      reported: fc.dictionary(someText, fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    },
    ['name', 'principal', 'action', 'resource'],
  ),
  { maxLength: 3 },
)
const lesson = optional<Lesson>(
  {
    kind: fc.constantFrom('lesson', 'challenge'),
    id: someText,
    minutes: fc.nat(),
    goal: someText,
    text: someText,
    debrief: someText,
    hints: texts,
    mustNot: texts,
    solution: policies,
    next: someText,
  },
  ['kind'],
) as fc.Arbitrary<Lesson>
const workspaces = optional<Workspace>(
  { title: someText, description: someText, policies, scenarios, lesson },
  ['policies', 'scenarios'],
) as fc.Arbitrary<Workspace>

describe('writing', () => {
  it('read(write(w)) = w, also through text', () => {
    fc.assert(
      fc.property(workspaces, (workspace) => {
        const written = writeWorkspace(workspace)
        expect(readWorkspace(written)).toEqual({ workspace, problems: [] })
        const text = JSON.stringify(written)
        expect(JSON.stringify(readWorkspace(JSON.parse(text)).workspace)).toBe(
          JSON.stringify(readWorkspace(written).workspace),
        )
        expect(JSON.stringify(writeWorkspace(readWorkspace(JSON.parse(text)).workspace!))).toBe(
          text,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('leaves defaults out, and keeps one order of members', () => {
    const { workspace } = read({
      scenarios: [scenario],
      policies: [{ text: '', enabled: true, type: 'scp', name: 'p', level: 'l' }],
      title: 't',
    })
    expect(JSON.stringify(writeWorkspace(workspace!))).toBe(
      `{"sidelight":1,"title":"t","policies":[{"name":"p","type":"scp","level":"l","text":""}],"scenarios":[${JSON.stringify(scenario)}]}`,
    )
  })

  it('a policy without document is a text like any other', () => {
    const { workspace } = read({
      policies: [{ name: 'p', type: 'identity', document: { Statement: [] } }],
    })
    expect(readPolicy(workspace!.policies[0]!.text).document).toBeDefined()
  })
})
