import { cellWords } from './cell-words.ts'
import type { ResultCell, ResultTable } from './collect.ts'

/** The table as Markdown: names by lessons. */
export function resultsAsMarkdown({ columns, rows }: ResultTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['name', ...columns.map(({ key }) => inMarkdown(key))]),
    line(['---', ...columns.map(() => '---')]),
    ...rows.map(({ name, cells }) =>
      line([inMarkdown(name), ...columns.map(({ key }) => inMarkdown(cellText(cells.get(key))))]),
    ),
    '',
  ].join('\n')
}

function cellText(cell: ResultCell | undefined): string {
  if (!cell) return ''
  const { state, score, effort, notes } = cellWords(cell.last.entry)
  const shown = { solved: '✓', unsolved: score, claimed: `(${score})` }[state]
  return [shown, effort, ...notes].join(' · ')
}

/** Text of others stays text: nothing in it makes a cell, a link, a picture or HTML. */
const inMarkdown = (text: string) =>
  text.replace(/[\r\n]+/gu, ' ').replace(/[\\`*_{}[\]<>()#|!~&]/gu, (mark) => `\\${mark}`)

/** The table as CSV for a spreadsheet: a line for each name and lesson, numbers in columns of their own. */
export function resultsAsCsv({ columns, rows }: ResultTable): string {
  const head = ['name', 'lesson', 'solved', 'met', 'of', 'claimed', 'hints', 'minutes', 'note']
  const lines = rows.flatMap(({ name, cells }) =>
    columns.flatMap(({ key }) => {
      const entry = cells.get(key)?.last.entry
      if (!entry) return []
      const { line, grade } = entry
      const { state, notes } = cellWords(entry)
      const solved = { solved: 'yes', unsolved: 'no', claimed: '' }[state]
      const counted = grade ? [`${grade.met}`, `${grade.total}`] : ['', `${line.total}`]
      const claims = [`${line.met}`, `${line.hints}`, `${line.minutes}`]
      return [[name, key, solved, ...counted, ...claims, notes.join('; ')]]
    }),
  )
  return [head, ...lines].map((cells) => `${cells.map(inCsv).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function inCsv(text: string): string {
  const plain = /^\s*[=+\-@]|^[\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
