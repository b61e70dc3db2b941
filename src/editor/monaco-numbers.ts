/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- Monaco's enumerations come with all of Monaco, which
   needs a browser. Here their numbers are written out for code that is tested without one; the compiler compares. */
import type { editor, languages, MarkerSeverity } from 'monaco-editor/editor'
import type { Completion } from '#language'
import type { Severity } from '#policy'

export const markerSeverity: Readonly<Record<Severity, MarkerSeverity>> = {
  error: 8,
  security: 4,
  warning: 4,
  // Not its `Hint`, which F8 passes over.
  suggestion: 2,
}

export const itemKind: Readonly<Record<Completion['kind'], languages.CompletionItemKind>> = {
  element: 9,
  value: 13,
  operator: 11,
  key: 3,
  variable: 4,
  skeleton: 28,
  service: 8,
  action: 1,
  wildcard: 13,
  resource: 21,
}

export const symbolKind: Readonly<Record<'statement' | 'element', languages.SymbolKind>> = {
  statement: 18,
  element: 6,
}

/** The inserted text holds stops. */
export const asSnippet: languages.CompletionItemInsertTextRule = 4

/** What is typed beside a mark is not marked until the marks are computed again, in the same task. */
export const neverGrows: editor.TrackedRangeStickiness = 1

/** The caret passes injected text. */
export const noCursorStops: editor.InjectedTextCursorStops = 3

/** Marks stand left of problems. */
export const lane: Readonly<Record<'mark' | 'problem', editor.GlyphMarginLane>> = {
  mark: 1,
  problem: 3,
}
