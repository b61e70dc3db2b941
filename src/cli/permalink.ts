/**
 * `npm run --silent permalink -- FILE` prints the fragment of every workspace in a file; `-- --open LINK` prints the workspace in
 * a link, as JSON. Exit status 0, or 2 when the file or the link cannot be read.
 */
import { describeProblem, openedWords, openInbound, openPermalink, permalink } from '#share'
import { readWorkspaces, writeWorkspace } from '#workspace'
import { readJsonFile, UnreadableFile } from './read-file.ts'

const usage = `usage: npm run --silent permalink -- FILE
       npm run --silent permalink -- --open LINK`

function printLink(file: string): number {
  const readings = readWorkspaces(readJsonFile(file))
  for (const { problems } of readings)
    for (const { path, message } of problems)
      console.error(`${file}: ${path || 'the document'} ${message}`)
  const links = readings.flatMap(({ workspace }) => (workspace ? [permalink(workspace)] : []))
  if (links.length > 0) console.log(links.join('\n'))
  return readings.length > 0 && readings.every(({ workspace }) => workspace) ? 0 : 2
}

function printWorkspace(link: string): number {
  const opened = openInbound(link) ?? openPermalink(link)
  if (opened.kind === 'opened') {
    for (const problem of opened.problems) console.error(describeProblem(problem))
    console.log(JSON.stringify(writeWorkspace(opened.workspace), null, 2))
    return 0
  }
  const words = openedWords(opened)
  if (words) console.error(`${words.heading}\n${words.text}`)
  return 2
}

function main(words: readonly string[]): number {
  const [first, second, ...others] = words
  try {
    if (first === '--open' && second !== undefined && others.length === 0)
      return printWorkspace(second)
    if (first !== undefined && !first.startsWith('--') && second === undefined)
      return printLink(first)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    console.error(error.message)
    return 2
  }
  console.error(usage)
  return 2
}

process.exitCode = main(process.argv.slice(2))
