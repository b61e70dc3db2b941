import type { editor } from 'monaco-editor/editor'
import type { Mark, PartMark, StatementMark } from '#language'
import type { Finding, Severity } from '#policy'
import { plainMarkdown } from './convert.ts'
import { lane, neverGrows, noCursorStops } from './monaco-numbers.ts'
import type { TextIndex } from './text-index.ts'

// Marks as Monaco's decorations. How they look is in marks.css; here is where they stand and what they say.

/** How much of a marked statement is tinted. */
export type Tint = 'line' | 'statement' | 'gutter'

/** The marks that are drawn at the edge of the page; of the others only the parts that fail are shown. */
const barred: Partial<Record<Mark, true>> = {
  allows: true,
  denies: true,
  overruled: true,
  limited: true,
  nearMiss: true,
}

/** The mark's shape stands in the margin; this is its name. */
const markName: Readonly<Record<Mark, string>> = {
  allows: 'Allows this request',
  denies: 'Denies this request',
  overruled: 'Allows, but overruled',
  limited: 'Allows, but without effect',
  nearMiss: 'Near miss',
  notApplied: 'Not applied',
  notConsulted: 'Not consulted',
}

type Decoration = editor.IModelDeltaDecoration

/** Everything to be drawn for the marks of one policy. */
export function decorationsOf(
  marks: readonly StatementMark[],
  tint: Tint,
  index: TextIndex,
): Decoration[] {
  return marks.flatMap((mark) => {
    const unmet = mark.mark === 'notConsulted' ? [] : mark.parts.filter((part) => !part.met)
    // Of a statement that is simply about something else, the parts say enough.
    const silent = mark.words === '' || (mark.mark === 'notApplied' && unmet.length > 0)
    const first = index.placeAt(mark.span.start).lineNumber
    return [
      ...(barred[mark.mark] ? statementDecorations(mark, tint, index) : []),
      ...(silent ? [] : [wordsAtEndOf(first, spoken(mark), `policy-words-${mark.mark}`, index)]),
      ...unmet.flatMap((part) => partDecorations(part, index)),
    ]
  })
}

/** The words without the sign before them: here it is drawn, the same on every machine. */
const spoken = ({ words }: StatementMark) => words.replace(/^[✓⛔]\s*/u, '')

function statementDecorations(
  { span, mark, words }: StatementMark,
  tint: Tint,
  index: TextIndex,
): Decoration[] {
  const range = index.rangeOf(span)
  const first = range.startLineNumber
  const lines = { ...range, startColumn: 1, endColumn: index.endColumn(range.endLineNumber) }
  return [
    {
      range: lines,
      options: {
        isWholeLine: true,
        linesDecorationsClassName: `policy-bar policy-bar-${mark}`,
        ...(tint === 'line' ? { className: `policy-tint policy-tint-${mark}` } : {}),
        stickiness: neverGrows,
      },
    },
    ...(tint === 'statement'
      ? [
          {
            range,
            options: { className: `policy-tint policy-tint-${mark}`, stickiness: neverGrows },
          },
        ]
      : []),
    {
      range: lineStart(first),
      options: {
        glyphMarginClassName: `policy-glyph policy-glyph-${mark}`,
        glyphMarginHoverMessage: { value: plainMarkdown(words || markName[mark]) },
        glyphMargin: { position: lane.mark },
      },
    },
  ]
}

function partDecorations(part: PartMark, index: TextIndex): Decoration[] {
  const range = index.rangeOf(part.span)
  return [
    {
      range,
      options: {
        inlineClassName: 'policy-unmet',
        hoverMessage: { value: plainMarkdown(part.words) },
        stickiness: neverGrows,
      },
    },
    ...(part.words
      ? [wordsAtEndOf(range.startLineNumber, part.words, 'policy-words-unmet', index)]
      : []),
  ]
}

/** Words after the last character of a line. They are no part of the text: the caret passes them. */
function wordsAtEndOf(
  lineNumber: number,
  words: string,
  className: string,
  index: TextIndex,
): Decoration {
  const column = index.endColumn(lineNumber)
  return {
    range: {
      startLineNumber: lineNumber,
      startColumn: column,
      endLineNumber: lineNumber,
      endColumn: column,
    },
    options: {
      after: {
        content: words,
        inlineClassName: `policy-words ${className}`,
        cursorStops: noCursorStops,
      },
      showIfCollapsed: true,
      stickiness: neverGrows,
    },
  }
}

/** The heaviest finding of each line, as a shape in the margin. */
export function findingGlyphs(findings: readonly Finding[], index: TextIndex): Decoration[] {
  const byLine = new Map<number, Finding[]>()
  for (const finding of findings) {
    const { lineNumber } = index.placeAt(finding.span.start)
    byLine.set(lineNumber, [...(byLine.get(lineNumber) ?? []), finding])
  }
  return [...byLine].map(([line, found]) => ({
    range: lineStart(line),
    options: {
      glyphMarginClassName: `policy-glyph policy-glyph-${heaviest(found)}`,
      glyphMarginHoverMessage: found.map(({ message }) => ({ value: plainMarkdown(message) })),
      glyphMargin: { position: lane.problem },
    },
  }))
}

const byWeight: readonly Severity[] = ['error', 'security', 'warning', 'suggestion']

const heaviest = (findings: readonly Finding[]): Severity =>
  byWeight.find((severity) => findings.some((finding) => finding.severity === severity)) ??
  'suggestion'

const lineStart = (line: number) => ({
  startLineNumber: line,
  startColumn: 1,
  endLineNumber: line,
  endColumn: 1,
})
