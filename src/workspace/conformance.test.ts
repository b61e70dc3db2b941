import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkspaces } from './read.ts'
import { runScenario } from './run.ts'

/**
 * The public suite: every file of the folder, every scenario, decision and deciding statements. A bug report becomes a file.
 */
const folder = new URL('conformance/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

it('has its files', () => {
  expect(files.length).toBeGreaterThanOrEqual(15)
})

describe.each(files)('%s', (file) => {
  const readings = readWorkspaces(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))

  it('is written in the workspace format', () => {
    expect(readings.flatMap(({ problems }) => problems)).toEqual([])
  })

  const cases = readings.flatMap(({ workspace }) =>
    (workspace?.scenarios ?? []).map((scenario) => ({
      workspace,
      scenario,
      name: `${workspace?.title}: ${scenario.name}`,
    })),
  )
  it.each(cases)('$name', ({ workspace, scenario }) => {
    const { decision } = runScenario(workspace ?? { policies: [] }, scenario)
    const { verdict, decidedBy } = decision
    const order = (refs: typeof decidedBy) =>
      refs.map(({ policy, statement }) => `${policy} ${statement}`).sort()
    expect({ decision: verdict, decidedBy: order(decidedBy) }).toEqual({
      decision: scenario.expect?.decision,
      decidedBy: order(scenario.expect?.decidedBy ?? []),
    })
  })
})
