import { readdirSync, readFileSync } from 'node:fs'
import lzString from 'lz-string'
import { describe, expect, it } from 'vitest'
import { readWorkspaces, writeWorkspace, type Workspace } from '#workspace'
import { isForTraining, managedPolicies, workspaceAround } from '../../scripts/managed-policies.ts'
import { permalink } from './permalink.ts'

/** One policy of up to 1 KB and one request of every workspace below a folder; none of them made the dictionary. */
function small(folder: string): readonly Workspace[] {
  const root = new URL(folder, import.meta.url)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => readWorkspaces(JSON.parse(readFileSync(new URL(name, root), 'utf8'))))
    .flatMap(({ workspace }) => (workspace ? onePolicyOneRequest(workspace) : []))
}

function onePolicyOneRequest(workspace: Workspace): readonly Workspace[] {
  const [scenario] = workspace.scenarios
  return workspace.policies
    .filter(({ text }) => Buffer.byteLength(text) <= 1024)
    .flatMap((policy) =>
      scenario ? [{ ...workspace, policies: [policy], scenarios: [scenario] }] : [],
    )
}

const held = managedPolicies()
  .filter(({ name }) => !isForTraining(name))
  .map(({ name, document }) => workspaceAround(name, JSON.stringify(document, null, 2), document))
  .flatMap(onePolicyOneRequest)

const withLzString = (workspace: Workspace) =>
  lzString.compressToEncodedURIComponent(JSON.stringify(writeWorkspace(workspace))).length

describe.each([
  ['the conformance suite', small('../workspace/conformance/')],
  ['the examples', small('../app/examples/')],
  ['the policies AWS manages', held],
] as const)('one policy and one request of %s', (_, workspaces) => {
  it('makes a link of at most 0.45 of what lz-string makes', () => {
    expect(workspaces.length).toBeGreaterThan(5)
    const ratios = workspaces.map(
      (workspace) => permalink(workspace).length / withLzString(workspace),
    )
    expect(Math.max(...ratios)).toBeLessThanOrEqual(0.45)
  })
})

it.each(small('../app/examples/').map((workspace) => [workspace.title ?? '', workspace] as const))(
  'the example %s with one request fits 350 characters',
  (_, workspace) => {
    expect(permalink(workspace).length).toBeLessThan(350)
  },
)
