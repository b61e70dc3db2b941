import { policyTypes } from '#policy'
import {
  field,
  fieldsOf,
  inside,
  itemsOf,
  kindOf,
  note,
  oneOf,
  scalar,
  text,
  textMap,
  texts,
  type Fields,
  type Place,
  type ReadProblem,
} from './shape.ts'
import type {
  Expectation,
  Json,
  Lesson,
  Reported,
  Scenario,
  ScenarioPrincipal,
  ScenarioResource,
  Workspace,
  WorkspacePolicy,
} from './workspace.ts'

export type { ReadProblem } from './shape.ts'

/** The newest format version; every older one is read too. */
const newest = 1

export interface WorkspaceReading {
  /** Undefined when the value is no workspace at all, or one of a version still to come. */
  readonly workspace: Workspace | undefined
  /** What was left out or taken differently than written, by place. */
  readonly problems: readonly ReadProblem[]
}

/**
 * Reads one workspace of any version from parsed JSON. Never throws. Known members are copied one by one, so nothing unknown
 * travels along; what is wrong is named with its place, and the rest is read. Policy text is kept as it is.
 */
export function readWorkspace(value: unknown): WorkspaceReading {
  const problems: ReadProblem[] = []
  const place: Place = { value, path: '', problems }
  const fields = fieldsOf(place, [
    'sidelight',
    'title',
    'description',
    'policies',
    'scenarios',
    'checksOff',
    'lesson',
  ])
  if (!fields) return { workspace: undefined, problems }
  const version = fields.get('sidelight')
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const what = fields.has('sidelight') ? kindOf(version) : 'missing'
    const path = 'sidelight'
    return {
      workspace: undefined,
      problems: [
        {
          path,
          message: `must be the format version, ${newest}, but is ${what}; this is no workspace`,
        },
      ],
    }
  }
  if (version > newest)
    return {
      workspace: undefined,
      problems: [
        {
          path: 'sidelight',
          message: `this workspace uses format ${version}; formats up to ${newest} can be read`,
        },
      ],
    }
  const list = <T>(name: string, read: (items: readonly Place[]) => readonly T[]): readonly T[] => {
    const found = field(place, fields, name)
    const items = found && itemsOf(found)
    return items ? read(items) : []
  }
  const title = text(field(place, fields, 'title'))
  const description = text(field(place, fields, 'description'))
  const checksOff = texts(field(place, fields, 'checksOff'))
  const lesson = readLesson(field(place, fields, 'lesson'))
  const workspace: Workspace = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    policies: list('policies', readPolicies),
    scenarios: list('scenarios', (items) =>
      items.flatMap((item, index) => readScenario(item, index) ?? []),
    ),
    ...(checksOff && checksOff.length > 0 && { checksOff }),
    ...(lesson && { lesson }),
  }
  return { workspace, problems }
}

/** Reads a file's worth: one workspace or a list of them. */
export function readWorkspaces(value: unknown): readonly WorkspaceReading[] {
  if (!Array.isArray(value)) return [readWorkspace(value)]
  return value.map((item: unknown, index) => {
    const { workspace, problems } = readWorkspace(item)
    const prefix = `[${index}]`
    return {
      workspace,
      problems: problems.map(({ path, message }) => ({
        path: path ? `${prefix}.${path}` : prefix,
        message,
      })),
    }
  })
}

function readPolicies(items: readonly Place[]): readonly WorkspacePolicy[] {
  const taken = new Set<string>()
  /** The number tried last for a name: a list of equal names must not take the square of its length. */
  const numbers = new Map<string, number>()
  return items.flatMap((item, index) => {
    const policy = readPolicy(item, index)
    if (!policy) return []
    let { name } = policy
    while (taken.has(name)) {
      const number = (numbers.get(policy.name) ?? 1) + 1
      numbers.set(policy.name, number)
      name = `${policy.name} ${number}`
    }
    if (name !== policy.name)
      note(
        inside(item, 'name', name),
        `the name "${policy.name}" is taken; this policy is called "${name}"`,
      )
    taken.add(name)
    return [{ ...policy, name }]
  })
}

function readPolicy(place: Place, index: number): WorkspacePolicy | undefined {
  const fields = fieldsOf(place, [
    'name',
    'type',
    'level',
    'attachedTo',
    'enabled',
    'text',
    'document',
  ])
  if (!fields) return undefined
  const type = oneOf(field(place, fields, 'type') ?? inside(place, 'type', undefined), policyTypes)
  if (!type) return undefined
  const name =
    text(field(place, fields, 'name') ?? inside(place, 'name', undefined)) ?? `policy ${index + 1}`
  const level = text(field(place, fields, 'level'))
  if (level !== undefined && type !== 'scp' && type !== 'rcp')
    note(inside(place, 'level', level), `only SCPs and RCPs have a level; it was left out`)
  const attachedTo = texts(field(place, fields, 'attachedTo'))
  return {
    name,
    type,
    ...(level !== undefined && (type === 'scp' || type === 'rcp') && { level }),
    ...(attachedTo && { attachedTo }),
    enabled: flag(field(place, fields, 'enabled')) ?? true,
    text: policyText(place, fields),
  }
}

/** `text` as it is; a parsed `document` is laid out. */
function policyText(place: Place, fields: Fields): string {
  const written = field(place, fields, 'text')
  const document = field(place, fields, 'document')
  if (written && document)
    note(document, 'stands beside "text", which counts; "document" was left out')
  if (written) return text(written) ?? ''
  if (document) return layOut(document)
  note(inside(place, 'text', undefined), 'is missing; the policy is empty')
  return ''
}

/** The document as text. `JSON.stringify` gives up on what nests too deeply, and that is no policy. */
function layOut(document: Place): string {
  try {
    const laidOut: unknown = JSON.stringify(document.value, null, 2)
    if (typeof laidOut === 'string') return laidOut
    note(document, 'is no JSON; the policy is empty')
  } catch {
    note(document, 'is no JSON, or nested too deeply; the policy is empty')
  }
  return ''
}

function flag(place: Place | undefined): boolean | undefined {
  if (!place || typeof place.value === 'boolean') return place?.value as boolean | undefined
  note(place, `must be true or false, but is ${kindOf(place.value)}`)
  return undefined
}

function readScenario(place: Place, index: number): Scenario | undefined {
  const fields = fieldsOf(place, [
    'name',
    'principal',
    'action',
    'resource',
    'requestTags',
    'context',
    'expect',
    'reported',
  ])
  if (!fields) return undefined
  const principal = readPrincipal(required(place, fields, 'principal'))
  const action = text(required(place, fields, 'action'))
  const resource = readResource(required(place, fields, 'resource'))
  if (!principal || action === undefined || !resource) return undefined
  const name = text(field(place, fields, 'name')) ?? `request ${index + 1}`
  const requestTags = textMap(field(place, fields, 'requestTags'))
  const context = readContext(field(place, fields, 'context'))
  const expect = readExpectation(field(place, fields, 'expect'))
  const reported = readReported(field(place, fields, 'reported'))
  return {
    name,
    principal,
    action,
    resource,
    ...(requestTags && { requestTags }),
    ...(context && { context }),
    ...(expect && { expect }),
    ...(reported && { reported }),
  }
}

/** The member, present or not: an absent one is noted by whoever reads it. */
function required(place: Place, fields: Fields, name: string): Place {
  return inside(place, name, fields.get(name))
}

const principalKinds = ['arn', 'service', 'federated', 'canonicalUser', 'anonymous'] as const

function readPrincipal(place: Place): ScenarioPrincipal | undefined {
  const fields = fieldsOf(place, [...principalKinds, 'tags'])
  if (!fields) return undefined
  const [kind, ...others] = principalKinds.filter((name) => fields.has(name))
  if (!kind || others.length > 0) {
    note(place, `must have exactly one of ${principalKinds.join(', ')}`)
    return undefined
  }
  const tags = textMap(field(place, fields, 'tags'))
  const rest = tags && { tags }
  if (kind === 'anonymous') {
    if (fields.get(kind) === true) return { anonymous: true, ...rest }
    note(inside(place, kind, fields.get(kind)), 'must be true')
    return undefined
  }
  const value = text(field(place, fields, kind))
  if (value === undefined) return undefined
  switch (kind) {
    case 'arn':
      return { arn: value, ...rest }
    case 'service':
      return { service: value, ...rest }
    case 'federated':
      return { federated: value, ...rest }
    case 'canonicalUser':
      return { canonicalUser: value, ...rest }
  }
}

function readResource(place: Place): ScenarioResource | undefined {
  const fields = fieldsOf(place, ['arn', 'account', 'tags'])
  const arn = fields && text(required(place, fields, 'arn'))
  if (arn === undefined) return undefined
  const account = text(field(place, fields as Fields, 'account'))
  const tags = textMap(field(place, fields as Fields, 'tags'))
  return { arn, ...(account !== undefined && { account }), ...(tags && { tags }) }
}

function readContext(place: Place | undefined): Scenario['context'] {
  const fields = place && fieldsOf(place)
  if (!place || !fields) return undefined
  return Object.fromEntries(
    [...fields].flatMap(([key, value]): [string, string | readonly string[]][] => {
      const at = inside(place, key, value)
      const read = Array.isArray(value)
        ? itemsOf(at)?.flatMap((item) => scalar(item) ?? [])
        : scalar(at)
      return read === undefined ? [] : [[key, read]]
    }),
  )
}

function readExpectation(place: Place | undefined): Expectation | undefined {
  const fields = place && fieldsOf(place, ['decision', 'decidedBy'])
  if (!place || !fields) return undefined
  const decision = oneOf(required(place, fields, 'decision'), [
    'allow',
    'explicitDeny',
    'implicitDeny',
    'deny',
  ])
  if (!decision) return undefined
  const list = field(place, fields, 'decidedBy')
  const decidedBy = list && itemsOf(list)?.flatMap((item) => readStatementRef(item) ?? [])
  return { decision, ...(decidedBy && { decidedBy }) }
}

function readStatementRef(place: Place): { policy: string; statement: number } | undefined {
  const fields = fieldsOf(place, ['policy', 'statement'])
  if (!fields) return undefined
  const policy = text(required(place, fields, 'policy'))
  const statement = count(required(place, fields, 'statement'))
  return policy === undefined || statement === undefined ? undefined : { policy, statement }
}

function count(place: Place | undefined): number | undefined {
  if (!place) return undefined
  if (typeof place.value === 'number' && Number.isInteger(place.value) && place.value >= 0)
    return place.value
  note(place, `must be a whole number, but is ${kindOf(place.value)}`)
  return undefined
}

function readReported(place: Place | undefined): Reported | undefined {
  const fields = place && fieldsOf(place)
  return place && fields ? (copyJson(place, 0) as Reported) : undefined
}

/** Deep enough for anything this format carries along. */
const deepest = 20

function copyJson(place: Place, depth: number): Json {
  const { value } = place
  if (depth > deepest) {
    note(place, `is nested more than ${deepest} deep; it was left out`)
    return null
  }
  if (Array.isArray(value)) return (itemsOf(place) ?? []).map((item) => copyJson(item, depth + 1))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        copyJson(inside(place, name, item), depth + 1),
      ]),
    )
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

function readLesson(place: Place | undefined): Lesson | undefined {
  const fields =
    place &&
    fieldsOf(place, [
      'kind',
      'id',
      'minutes',
      'goal',
      'text',
      'debrief',
      'hints',
      'mustNot',
      'solution',
      'next',
    ])
  if (!place || !fields) return undefined
  const kind = oneOf(required(place, fields, 'kind'), ['lesson', 'challenge'])
  if (!kind) return undefined
  const words = ['id', 'goal', 'text', 'debrief', 'next'].flatMap((name) => {
    const value = text(field(place, fields, name))
    return value === undefined ? [] : [[name, value] as const]
  })
  const lists = ['hints', 'mustNot'].flatMap((name) => {
    const value = texts(field(place, fields, name))
    return value ? [[name, value] as const] : []
  })
  const minutes = count(field(place, fields, 'minutes'))
  const solutionPlace = field(place, fields, 'solution')
  const solutionItems = solutionPlace && itemsOf(solutionPlace)
  return {
    kind,
    ...(Object.fromEntries(words) as Pick<Lesson, 'id' | 'goal' | 'text' | 'debrief' | 'next'>),
    ...(Object.fromEntries(lists) as Pick<Lesson, 'hints' | 'mustNot'>),
    ...(minutes !== undefined && { minutes }),
    ...(solutionItems && { solution: readPolicies(solutionItems) }),
  }
}
