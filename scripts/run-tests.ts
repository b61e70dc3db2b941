/** Everything CI runs, in order, up to the first step that fails. The last line is the sum of the tests. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

const reports = 'node_modules/.cache/tests'

const steps: Record<string, readonly string[]> = {
  format: ['prettier', '--check', '.'],
  lint: ['eslint', '.'],
  types: ['tsc', '-b'],
  deadwood: ['knip'],
  unit: [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/unit.json`,
  ],
  build: ['vite', 'build'],
  budget: ['tsx', 'scripts/bundle-budget.ts'],
  browser: ['tsx', 'scripts/find-browser.ts'],
  e2e: ['playwright', 'test'],
}

interface UnitReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

interface EndToEndReport {
  readonly stats: { readonly expected: number; readonly flaky: number; readonly unexpected: number }
}

function report(name: string): unknown {
  try {
    return JSON.parse(readFileSync(`${reports}/${name}.json`, 'utf8'))
  } catch {
    return undefined // the step did not get as far
  }
}

function finish(failedStep?: string): never {
  const unit = report('unit') as UnitReport | undefined
  const e2e = (report('e2e') as EndToEndReport | undefined)?.stats
  const passed = (unit?.numPassedTests ?? 0) + (e2e ? e2e.expected + e2e.flaky : 0)
  const failed = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0)
  console.log()
  if (failedStep) console.log(`Stopped: the step "${failedStep}" failed.`)
  // A step that failed without a failed test still counts as a failure.
  console.log(`${passed} passed, ${failedStep ? Math.max(failed, 1) : failed} failed`)
  process.exit(failedStep ? 1 : 0)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

for (const [name, [command = '', ...args]] of Object.entries(steps)) {
  console.log(`\n> ${name}`)
  // npm puts the folder of the installed commands on the PATH.
  if (spawnSync(command, args, { stdio: 'inherit' }).status !== 0) finish(name)
}
finish()
