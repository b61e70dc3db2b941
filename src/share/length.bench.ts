/** How long links get: ours against lz-string, plain deflate and base64, over workspaces the dictionary was not made of. */
import { readdirSync, readFileSync } from 'node:fs'
import { deflateSync, strToU8 } from 'fflate'
import lzString from 'lz-string'
import { readWorkspaces, writeWorkspace, type Workspace } from '#workspace'
import { isForTraining, managedPolicies, workspaceAround } from '../../scripts/managed-policies.ts'
import { permalink } from './permalink.ts'

const folder = new URL('../workspace/conformance/', import.meta.url)
const conformance = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => readWorkspaces(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))
  .flatMap(({ workspace }) => workspace ?? [])
const managed = managedPolicies()
  .filter(({ name }) => !isForTraining(name))
  .map(({ name, document }) => workspaceAround(name, JSON.stringify(document, null, 2), document))

/** Policies and requests of many workspaces in one, under names that do not clash. */
function gather(workspaces: readonly Workspace[], policies: number, requests: number): Workspace {
  const cycle = <T>(list: readonly T[], count: number, name: (item: T, number: number) => T) =>
    Array.from({ length: count }, (_, index) => list[index % list.length])
      .flatMap((item) => (item === undefined ? [] : [item]))
      .map((item, index) => name(item, index + 1))
  return {
    title: `${policies} policies`,
    policies: cycle(
      workspaces.flatMap((one) => one.policies),
      policies,
      (policy, number) => ({ ...policy, name: `policy ${number}` }),
    ),
    scenarios: cycle(
      workspaces.flatMap((one) => one.scenarios),
      requests,
      (scenario, number) => ({ ...scenario, name: `request ${number}` }),
    ),
  }
}

const one = (workspaces: readonly Workspace[]) =>
  workspaces.flatMap((workspace) =>
    workspace.policies
      .filter(({ text }) => text.length <= 1024)
      .map((policy) => ({
        ...workspace,
        policies: [policy],
        scenarios: workspace.scenarios.slice(0, 1),
      })),
  )

const rows: readonly (readonly [string, readonly Workspace[]])[] = [
  ['1 policy up to 1 KB, 1 request (conformance)', one(conformance)],
  ['1 policy up to 1 KB, 1 request (AWS managed)', one(managed)],
  ['whole conformance workspaces', conformance],
  ['AWS managed policies of any size, 1 request', managed],
  ['2 policies, 5 requests', [gather(managed, 2, 5)]],
  ['6 policies, 20 requests', [gather(managed, 6, 20)]],
  ['20 policies, 100 requests', [gather(managed, 20, 100)]],
]

const ways = {
  json: (text: string) => text.length,
  base64: (text: string) => 4 * Math.ceil(strToU8(text).length / 3),
  'lz-string': (text: string) => lzString.compressToEncodedURIComponent(text).length,
  deflate: (text: string) => Math.ceil((deflateSync(strToU8(text), { level: 9 }).length * 4) / 3),
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** Medians over the workspaces of each row, in characters. */
export default function lengths(): void {
  console.table(
    Object.fromEntries(
      rows.map(([name, workspaces]) => {
        const texts = workspaces.map((workspace) => JSON.stringify(writeWorkspace(workspace)))
        const links = workspaces.map((workspace) => permalink(workspace).length)
        const ratios = links.map((length, index) => length / ways['lz-string'](texts[index] ?? ''))
        return [
          name,
          {
            count: workspaces.length,
            ...Object.fromEntries(
              Object.entries(ways).map(([way, of]) => [way, median(texts.map(of))]),
            ),
            link: median(links),
            'of lz-string': median(ratios).toFixed(2),
            'at most': Math.max(...ratios).toFixed(2),
          },
        ]
      }),
    ),
  )
}
