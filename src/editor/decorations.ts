import type { editor } from 'monaco-editor/editor'
import { drawn, type Mark, type PartMark, type StatementMark } from '#language'
import type { Finding, Severity, Span } from '#policy'
import { plainMarkdown } from './convert.ts'
import { lane, neverGrows, noCursorStops } from './monaco-numbers.ts'
import type { TextIndex } from './text-index.ts'

// Marks as Monaco's decorations. How they look is in marks.css; here is where they stand and what they say.

/** How much of a marked statement is tinted. */
export type Tint = 'line' | 'statement' | 'gutter'

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
    const { barred, words, unmet } = drawn(mark)
    const first = index.placeAt(mark.span.start).lineNumber
    return [
      ...(barred ? statementDecorations(mark, tint, index) : []),
      ...(words ? [wordsAtEndOf(first, words, `policy-words-${mark.mark}`, index)] : []),
      ...unmet.flatMap((part) => partDecorations(part, index)),
    ]
  })
}

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

/** What its author has locked, hatched. */
export function lockDecorations(
  parts: readonly { readonly span: Span; readonly name: string }[],
  index: TextIndex,
): Decoration[] {
  return parts.map(({ span, name }) => {
    const range = index.rangeOf(span)
    return {
      range,
      options: {
        // On one line there may be others, which are the learner's.
        isWholeLine: range.startLineNumber !== range.endLineNumber,
        className: 'policy-locked',
        // Over the tint of a statement.
        zIndex: 1,
        hoverMessage: { value: plainMarkdown(`${name} is locked by the author.`) },
        stickiness: neverGrows,
      },
    }
  })
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
