/**
 * `npm run --silent lint-policy -- --type identity policy.json …`: one JSON object per finding and line.
 * Exit 0 without errors, 1 with, 2 when a file cannot be read or the command cannot be understood.
 */
import { runChecks } from '#checks'
import { policyTypes, readPolicy, type Finding, type GrammarType } from '#policy'
import { lineAndColumn } from './print.ts'
import { readText, UnreadableFile } from './read-file.ts'
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

function toLine(file: string, text: string, { id, severity, span, message }: Finding): string {
  const start = lineAndColumn(text, span.start)
  const end = lineAndColumn(text, span.end)
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
      text = readText(file)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      console.error(error.message)
      exit = 2
      continue
    }
    const findings = runChecks(readPolicy(text), command.type, { reference })
    for (const finding of findings) console.log(toLine(file, text, finding))
    if (exit === 0 && findings.some(({ severity }) => severity === 'error')) exit = 1
  }
  return exit
}

process.exitCode = main(process.argv.slice(2))
