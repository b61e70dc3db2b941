import { permalink, type Focus } from '#share'
import type { Workspace } from '#workspace'
import { pageAddress } from '../link/address.ts'

/** A link to a workspace: the whole address, and the fragment alone. */
export interface Link {
  readonly address: string
  readonly fragment: string
}

/** Makes the link to a workspace, or to a part of it. */
export function linkOf(workspace: Workspace, focus: Focus | undefined): Link {
  const fragment = permalink(workspace, focus)
  return { address: pageAddress() + fragment, fragment }
}

/** The request on screen, as what a link points at; the first one is on screen by itself. */
export function requestFocus(selectedScenario: number): Focus | undefined {
  return selectedScenario > 0 ? { kind: 'request', index: selectedScenario } : undefined
}

/** "702 characters · contains 1 policy and 3 requests". */
export function linkInWords(link: Link, { policies, scenarios }: Workspace): string {
  const holds = [
    counted(policies.length, 'policy', 'policies'),
    counted(scenarios.length, 'request', 'requests'),
  ].filter((words) => words !== '')
  return [
    counted(link.address.length, 'character', 'characters'),
    ...(holds.length > 0 ? [`contains ${holds.join(' and ')}`] : []),
  ].join(' · ')
}

/** "1,204 characters"; nothing for none. */
export function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
