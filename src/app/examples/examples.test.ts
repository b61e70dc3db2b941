import { describe, expect, test } from 'vitest'
import { applyEdits, readPolicy } from '#policy'
import { readWorkspace, runScenario, type Workspace } from '#workspace'
import { examples } from './index.ts'

/** The workspace with every fix applied that is offered for what keeps its policies from being read. */
function mended(workspace: Workspace): Workspace {
  return {
    ...workspace,
    policies: workspace.policies.map((policy) => {
      const { document, problems } = readPolicy(policy.text)
      const [fix] = document ? [] : (problems[0]?.fixes ?? [])
      return fix ? { ...policy, text: applyEdits(policy.text, fix.edits) } : policy
    }),
  }
}

describe.each(examples)('$title', ({ title, workspace: written }) => {
  const { workspace, problems } = readWorkspace(written)

  test('is read without a problem, under its title', () => {
    expect(problems).toEqual([])
    expect(workspace?.title).toBe(title)
  })

  test('has at least four requests with names of their own: allowed, denied, and more', () => {
    const names = workspace!.scenarios.map(({ name }) => name)
    expect(new Set(names).size).toBeGreaterThanOrEqual(4)
    const decisions = workspace!.scenarios.map((scenario) => scenario.expect?.decision)
    expect(decisions).toContain('allow')
    expect(decisions.some((decision) => decision?.endsWith('Deny'))).toBe(true)
  })

  test.each(mended(workspace!).scenarios)('$name', (scenario) => {
    const { pass, unread } = runScenario(mended(workspace!), scenario)
    expect(unread).toEqual([])
    expect(pass).toBe(true)
  })
})

test('the refused policy is refused until its comma is gone', () => {
  const { workspace } = readWorkspace(examples.at(-1)!.workspace)
  const run = runScenario(workspace!, workspace!.scenarios[0]!)
  expect(run.unread).toEqual(['event-integrations'])
})
