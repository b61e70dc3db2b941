/**
 * `npm run --silent simulate -- [--trace] FILE…`: runs the scenarios of workspace files and prints one JSON object per scenario and
 * line; with `--trace` each carries its reasons as indented lines.
 * Exit status 0 when no expectation is missed, 1 when one is, 2 when a file cannot be read (the others still run).
 */
import { traceTree, type TraceNode } from '#language'
import type { PolicySource } from '#policy'
import { readPolicy } from '#policy'
import { readWorkspaces, runScenario, type Workspace, type WorkspacePolicy } from '#workspace'
import { lineAndColumn } from './print.ts'
import { readJsonFile, UnreadableFile } from './read-file.ts'

const withTrace = process.argv.includes('--trace')

/** A line of the trace and those below it, two spaces further in. */
function traceLines({ text, children }: TraceNode, depth: number): readonly string[] {
  return ['  '.repeat(depth) + text, ...children.flatMap((child) => traceLines(child, depth + 1))]
}

type Outcome = 'met' | 'missed' | 'unreadable'

function simulate(file: string): Outcome {
  const readings = readWorkspaces(readJsonFile(file))
  let outcome: Outcome = 'met'
  readings.forEach(({ workspace, problems }, index) => {
    for (const { path, message } of problems)
      console.error(`${file}: ${path || 'the document'} ${message}`)
    if (!workspace) outcome = 'unreadable'
    else if (!runWorkspace(file, workspace, index) && outcome === 'met') outcome = 'missed'
  })
  return outcome
}

/** Prints a line for every scenario; false when an expectation is missed. */
function runWorkspace(file: string, workspace: Workspace, index: number): boolean {
  const sources = new Map<WorkspacePolicy, PolicySource>(
    workspace.policies.map((policy) => [policy, readPolicy(policy.text)]),
  )
  for (const [policy, { document, problems, text }] of sources) {
    if (document || text.trim() === '' || !policy.enabled) continue
    const [first] = problems
    const place = first ? lineAndColumn(text, first.span.start) : { line: 1, column: 1 }
    console.error(
      `${file}: policy "${policy.name}", line ${place.line}, column ${place.column}: ${first?.message ?? 'it is no policy'}`,
    )
  }
  const byName = new Map([...sources].map(([{ name }, source]) => [name, source]))
  let met = true
  const lines = workspace.scenarios.map((scenario) => {
    const { decision, unread, pass } = runScenario(
      workspace,
      scenario,
      (policy) => sources.get(policy) ?? readPolicy(policy.text),
    )
    if (pass === false) met = false
    return JSON.stringify({
      workspace: workspace.title ?? index,
      scenario: scenario.name,
      decision: decision.verdict,
      decidedBy: decision.decidedBy,
      pass: pass ?? null,
      ...(unread.length > 0 && { unread }),
      ...(withTrace && {
        trace: traceTree(decision, byName).flatMap((node) => traceLines(node, 0)),
      }),
    })
  })
  if (lines.length > 0) process.stdout.write(lines.join('\n') + '\n')
  return met
}

const given = process.argv.slice(2)
const files = given.filter((argument) => argument !== '--trace')
if (files.length === 0) {
  console.error('Usage: npm run --silent simulate -- [--trace] FILE…')
  process.exitCode = 2
}
const outcomes = files.map((file): Outcome => {
  try {
    return simulate(file)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    console.error(error.message)
    return 'unreadable'
  }
})
if (outcomes.includes('unreadable')) process.exitCode = 2
else if (outcomes.includes('missed')) process.exitCode = 1
