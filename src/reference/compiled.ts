import type { AccessLevel } from './reference.ts'

/**
 * The shape of the files between `compile.ts` and `decode.ts`: arrays instead of objects, numbers that point into lists of the same
 * file, and actions crossed from their verbs and nouns. Both sides are of the same build, so the shape has no version.
 */

/** `names.json` */
export interface CompiledNames {
  readonly edition: { readonly date: string; readonly version: string }
  readonly services: readonly CompiledServiceNames[]
  readonly withdrawn: readonly (readonly [
    prefix: string,
    product: string,
    replacedBy: string,
    page: string,
  ])[]
  readonly keyHomes: Readonly<Record<string, readonly string[]>>
  readonly arnHomes: Readonly<Record<string, readonly string[]>>
  readonly servicePrincipals: readonly (readonly [
    name: string,
    product: string,
    source: string,
    page: string,
  ])[]
}

export type CompiledServiceNames = readonly [
  prefix: string,
  product: string,
  /** Any of the letters of `serviceMarks`. */
  marks: string,
  /** Written by `crossNames`. */
  actions: string,
  /** Operations and the permissions they need, where the names differ: `HeadObject GetObject`. */
  permissionOf: readonly string[],
  otherNames: readonly string[],
]

export const serviceMarks = {
  resourceControlPolicies: 'c',
  resourceTags: 't',
  requestTags: 'q',
} as const

/** `<service>.json` */
export interface CompiledService {
  readonly prefix: string
  readonly keys: readonly CompiledKey[]
  readonly types: readonly CompiledType[]
  readonly actions: readonly CompiledAction[]
  /** The address of the service's page, to which each action adds its name. */
  readonly page: string
}

export type CompiledKey = readonly [
  name: string,
  type: string,
  multivalued: 0 | 1,
  description: string,
]
export type CompiledType = readonly [name: string, arn: string, keys: readonly number[]]
export type CompiledAction = readonly [
  name: string,
  level: string,
  description: string,
  types: readonly (readonly [type: number, required: 0 | 1, keys: readonly number[]])[],
  keys: readonly number[],
  companions: readonly (readonly [action: string, when: string, always: 0 | 1, page: string])[],
  /** AWS does not list it, so nobody knows what it is about. */
  unlisted: 0 | 1,
]

export const levelLetters: Readonly<Record<AccessLevel, string>> = {
  List: 'L',
  Read: 'R',
  Write: 'W',
  Tagging: 'T',
  'Permissions management': 'P',
}

const levelsByLetter = new Map<string, AccessLevel>([
  ['L', 'List'],
  ['R', 'Read'],
  ['W', 'Write'],
  ['T', 'Tagging'],
  ['P', 'Permissions management'],
])

/** The level that a letter stands for. */
export function levelOf(letter: string): AccessLevel {
  return levelsByLetter.get(letter) ?? 'Write'
}
