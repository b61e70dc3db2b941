import type { TextEdit } from './finding.ts'
import { readJson, type JsonNode } from './json.ts'

/** Lists of plain values stay on one line up to this column. */
const widest = 100

const indent = '  '

/**
 * The edits that bring a text into the canonical layout: two spaces, every member of an object on its own line, lists of plain
 * values on one line where they fit. Only white space changes. A text with a syntax error is left alone: there is no
 * telling what its author meant.
 */
export function formatPolicy(text: string): readonly TextEdit[] {
  const { root, problems } = readJson(text)
  if (!root || problems.length > 0) return []
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const edits: TextEdit[] = []
  let at = 0

  /** What stands between the last token and `start` becomes `gap`. */
  const gapTo = (start: number, gap: string) => {
    if (text.slice(at, start) !== gap) edits.push({ span: { start: at, end: start }, text: gap })
    at = start
  }
  const line = (depth: number) => newline + indent.repeat(depth)

  /** `column` is where the node begins, were it on this line. */
  const layOut = (node: JsonNode, depth: number, column: number): void => {
    const { start, end } = node.span
    if (node.kind !== 'object' && node.kind !== 'array') {
      at = end
      return
    }
    at = start + 1
    if (node.kind === 'object') {
      node.members.forEach(({ key, value }, index) => {
        gapTo(key.span.start, (index > 0 ? ',' : '') + line(depth + 1))
        at = key.span.end
        if (!value) return
        gapTo(value.span.start, ': ')
        const begins = indent.length * (depth + 1) + (key.span.end - key.span.start) + 2
        layOut(value, depth + 1, begins)
      })
      gapTo(end - 1, node.members.length > 0 ? line(depth) : '')
    } else {
      const short = fitsOneLine(node.items, column)
      node.items.forEach((item, index) => {
        const comma = index > 0 ? ',' : ''
        gapTo(item.span.start, comma + (short ? (index > 0 ? ' ' : '') : line(depth + 1)))
        layOut(item, depth + 1, indent.length * (depth + 1))
      })
      gapTo(end - 1, short ? '' : line(depth))
    }
    at = end
  }

  gapTo(root.span.start, '')
  layOut(root, 0, 0)
  gapTo(text.length, text.slice(at).includes('\n') ? newline : '')
  return edits
}

/** Whether these items, in brackets and with a comma behind, end before the last column. */
function fitsOneLine(items: readonly JsonNode[], column: number): boolean {
  if (items.some(({ kind }) => kind === 'object' || kind === 'array')) return false
  const widths = items.map(({ span }) => span.end - span.start)
  const between = Math.max(0, items.length - 1) * ', '.length
  return column + widths.reduce((sum, width) => sum + width, between + '[],'.length) <= widest
}
