/**
 * `npm run --silent lint-policy -- --type identity policy.json …`: one JSON object per finding and line.
 * Exit 0 without errors, 1 with, 2 when a file cannot be read or the command cannot be understood.
 */
import { readFileSync } from 'node:fs'
import { runChecks } from '#checks'
import { policyTypes, readPolicy, type Finding, type GrammarType } from '#policy'
import { referenceFromDisk } from './reference-from-disk.ts'

const types: readonly GrammarType[] = [...policyTypes, 'trust']

const usage = `usage: npm run --silent lint-policy -- --type ${types.join('|')} FILE…`

interface Command {
  readonly type: GrammarType
  readonly files: readonly string[]
}

function readCommand(words: readonly string[]): Command | undefined {
  let type: string | undefined
  const files: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--type') type = words[++at]
    else if (word.startsWith('--type=')) type = word.slice('--type='.length)
    else if (word !== '--') files.push(word)
  }
  const known = types.find((name) => name === type)
  return known && files.length > 0 ? { type: known, files } : undefined
}

/** Where each line begins, so that an offset becomes a line and column from one; columns are UTF-16 units. */
function positionsIn(text: string) {
  const breaks = text.matchAll(/\r\n|\n|\r/gu)
  const starts = [0, ...Array.from(breaks, (found) => found.index + found[0].length)]
  return (offset: number) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

function toLine(
  file: string,
  at: ReturnType<typeof positionsIn>,
  { id, severity, span, message }: Finding,
): string {
  const start = at(span.start)
  const end = at(span.end)
  return JSON.stringify({
    file,
    check: id,
    severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message,
  })
}

function main(words: readonly string[]): number {
  const command = readCommand(words)
  if (!command) {
    console.error(usage)
    return 2
  }
  const reference = referenceFromDisk()
  let exit = 0
  for (const file of command.files) {
    let text: string
    try {
      text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')
    } catch (error) {
      console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
      exit = 2
      continue
    }
    const findings = runChecks(readPolicy(text), command.type, { reference })
    const at = positionsIn(text)
    for (const finding of findings) console.log(toLine(file, at, finding))
    if (exit === 0 && findings.some(({ severity }) => severity === 'error')) exit = 1
  }
  return exit
}

process.exitCode = main(process.argv.slice(2))
