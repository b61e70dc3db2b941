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

/** Addresses that renderers make links of by themselves; some do so after they have read escapes, but none in code. */
const address = /:\/\/|www\.|@/iu

/** Text of others stays text: nothing in it makes a cell, a link, a picture or HTML. */
function inMarkdown(text: string): string {
  const line = text.replace(/[\r\n]+/gu, ' ')
  // Code has no escapes: what would end it or the cell goes.
  if (address.test(line)) return `\`${line.replace(/[`\\|]/gu, ' ').trim()}\``
  return line.replace(/[\\`*_{}[\]<>()#|!~&]/gu, (mark) => `\\${mark}`)
}

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

/**
 * What a spreadsheet would take for a formula gets an apostrophe in front: a whole cell, and what would begin one where cells end
 * at semicolons or tabs and quotes inside a line mean nothing.
 */
function inCsv(text: string): string {
  const guarded = text.replace(/(^|[;\t\r\n])((?:"|[^\S\t\r\n])*[=+\-@])/gu, "$1'$2")
  const plain = /^[\t\r]/u.test(guarded) ? `'${guarded}` : guarded
  return /[",;\t\r\n]|^\s|\s$/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
