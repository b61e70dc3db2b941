import { likelyType, readPolicy, type PolicyType } from '#policy'
import type { WorkspacePolicy } from '#workspace'
import type { ImportedPolicies, PolicySourceKind, TypeGround } from './imported.ts'

/** A policy as it was found. */
export interface FoundPolicy {
  readonly name: string
  readonly text: string
  /** Known from the place where it stood; else guessed. */
  readonly type?: PolicyType
  /** That place, in words: "the bucket policy of Reports". */
  readonly place?: string
  readonly attachedTo?: readonly string[]
  readonly level?: string
}

/** As long as IAM allows; a file can hold any name. */
const longestName = 128

/** The policies in a workspace of their own, each under a name that no other has. */
export function collected(
  source: PolicySourceKind,
  found: readonly FoundPolicy[],
  {
    title,
    notes = [],
  }: { readonly title?: string | undefined; readonly notes?: readonly string[] } = {},
): ImportedPolicies {
  const names = uniqueNames(found.map(({ name }) => name))
  const grounds: TypeGround[] = []
  const policies = found.map(({ text, type, place, attachedTo, level }, index): WorkspacePolicy => {
    const { document } = readPolicy(text)
    const guess = document
      ? likelyType(document)
      : { type: 'identity' as const, ground: { kind: 'noPrincipal' as const } }
    grounds.push(type && place !== undefined ? { kind: 'source', place } : guess.ground)
    return {
      name: names[index] ?? 'policy',
      type: type ?? guess.type,
      ...(level !== undefined && { level }),
      ...(attachedTo && attachedTo.length > 0 && { attachedTo }),
      enabled: true,
      text,
    }
  })
  const workspace = {
    ...(title !== undefined && { title: title.slice(0, longestName) }),
    policies,
    scenarios: [],
  }
  return { kind: 'policies', source, workspace, grounds, notes }
}

function uniqueNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  return wanted.map((name) => {
    const plain = name === '' ? 'policy' : name.slice(0, longestName)
    let unique = plain
    while (taken.has(unique)) {
      const number = (numbers.get(plain) ?? 1) + 1
      numbers.set(plain, number)
      unique = `${plain} ${number}`
    }
    taken.add(unique)
    return unique
  })
}
