import type { editor, IMarkdownString, languages } from 'monaco-editor/editor'
import type { Completion, Explanation, Lens, OutlineItem } from '#language'
import type { Finding, Fix, Severity, Span, TextEdit } from '#policy'
import { asSnippet, itemKind, markerSeverity, symbolKind } from './monaco-numbers.ts'
import type { Place, TextIndex } from './text-index.ts'

/** The command that opens the help page of the check that is its argument. */
export const explainCheck = 'sidelight.explainCheck'

// From our plain data to Monaco's. Of Monaco its types only, so that this can be tested without a browser.

const severityName = {
  error: 'Error',
  security: 'Security',
  warning: 'Warning',
  suggestion: 'Suggestion',
} as const satisfies Record<Severity, string>

/** A finding as a squiggle. */
export function markerOf(finding: Finding, index: TextIndex): editor.IMarkerData {
  return {
    ...index.rangeOf(visible(finding.span, index.text)),
    severity: markerSeverity[finding.severity],
    source: severityName[finding.severity],
    code: finding.id,
    message: finding.message,
  }
}

/** A squiggle needs a character to stand under: what is missing at the end is shown at what stands before. */
function visible({ start, end }: Span, text: string): Span {
  if (end > start || text === '') return { start, end }
  const before = text.slice(0, start).trimEnd().length
  return { start: Math.max(0, before - 1), end: Math.max(1, before) }
}

/** What stands between an offset and Markdown: policies are full of `*` and `_`. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-!~|&:.]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const markdown = (value: string): IMarkdownString => ({ value })

/** A completion as Monaco lists it, for a caret at `caret`. */
export function completionItemOf(
  completion: Completion,
  index: TextIndex,
  caret: Place,
): languages.CompletionItem {
  // Monaco compares what is typed since the start of the range, the quote included.
  const quote = index.text[completion.span.start] === '"' ? '"' : ''
  return {
    // Beside the label in every row, not only in the one that has the focus.
    label:
      completion.detail === ''
        ? completion.label
        : { label: completion.label, description: completion.detail },
    kind: itemKind[completion.kind],
    documentation: markdown(plainMarkdown(completion.documentation)),
    sortText: completion.sort,
    filterText: quote + (completion.filter ?? completion.label),
    insertText: completion.insert,
    ...(completion.snippet ? { insertTextRules: asSnippet } : {}),
    range: onLine(index.rangeOf(completion.span), caret, index),
    ...(completion.also ? { additionalTextEdits: textEditsOf(completion.also, index) } : {}),
    ...(completion.continues
      ? { command: { id: 'editor.action.triggerSuggest', title: 'Complete' } }
      : {}),
  }
}

/** Monaco completes within the caret's line only. */
function onLine(
  range: ReturnType<TextIndex['rangeOf']>,
  { lineNumber }: Place,
  index: TextIndex,
): ReturnType<TextIndex['rangeOf']> {
  return {
    startLineNumber: lineNumber,
    startColumn: range.startLineNumber < lineNumber ? 1 : range.startColumn,
    endLineNumber: lineNumber,
    endColumn: range.endLineNumber > lineNumber ? index.endColumn(lineNumber) : range.endColumn,
  }
}

/** An explanation as a hover; it stands at the first of its spans, the token. */
export function hoverOf(
  { title, paragraphs, facts, link, spans }: Explanation,
  index: TextIndex,
): languages.Hover {
  const [token] = spans
  const lines = facts.map(
    ([label, words]) => `- **${plainMarkdown(label)}:** ${plainMarkdown(words)}`,
  )
  return {
    contents: [
      markdown(`**${plainMarkdown(title)}**`),
      ...paragraphs.map((words) => markdown(plainMarkdown(words))),
      ...(lines.length > 0 ? [markdown(lines.join('\n'))] : []),
      ...(link === undefined ? [] : [markdown(`[AWS’s page](${link})`)]),
    ],
    ...(token ? { range: index.rangeOf(token) } : {}),
  }
}

/** A lens as a hint behind its place. */
export function inlayHintOf({ span, words, tooltip }: Lens, index: TextIndex): languages.InlayHint {
  const { endLineNumber, endColumn } = index.rangeOf(span)
  return {
    position: { lineNumber: endLineNumber, column: endColumn },
    label: words,
    paddingLeft: true,
    ...(tooltip === '' ? {} : { tooltip: markdown(plainMarkdown(tooltip)) }),
  }
}

/** Edits of a policy as edits of its model. */
export function textEditsOf(
  edits: readonly TextEdit[],
  index: TextIndex,
): (languages.TextEdit & { range: ReturnType<TextIndex['rangeOf']> })[] {
  return edits.map(({ span, text }) => ({ range: index.rangeOf(span), text }))
}

/** One way to mend a finding, as a quick fix: one step of undo, however many edits it has. */
export function codeActionOf(
  fix: Fix,
  finding: Finding,
  model: Pick<editor.ITextModel, 'uri' | 'getVersionId'>,
  index: TextIndex,
): languages.CodeAction {
  return {
    title: titleOf(fix),
    kind: 'quickfix',
    diagnostics: [markerOf(finding, index)],
    isPreferred: !fix.changesAccess && finding.fixes.length === 1,
    edit: workspaceEditOf(fix, model, index),
  }
}

/** A change to offer where nothing has to be wrong. */
export function refactorActionOf(
  fix: Fix,
  model: Pick<editor.ITextModel, 'uri' | 'getVersionId'>,
  index: TextIndex,
): languages.CodeAction {
  return {
    title: titleOf(fix),
    kind: 'refactor',
    edit: workspaceEditOf(fix, model, index),
  }
}

const titleOf = ({ title, changesAccess }: Fix): string =>
  changesAccess ? `${title} (changes access)` : title

function workspaceEditOf(
  fix: Fix,
  model: Pick<editor.ITextModel, 'uri' | 'getVersionId'>,
  index: TextIndex,
): languages.WorkspaceEdit {
  return {
    edits: textEditsOf(fix.edits, index).map((textEdit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit,
    })),
  }
}

/** The fix of all findings of a kind; one of them alone is what is mostly meant. */
export function fixAllActionOf(
  ...args: Parameters<typeof codeActionOf>
): ReturnType<typeof codeActionOf> {
  return { ...codeActionOf(...args), isPreferred: false }
}

/** Opens the help page of a finding's check. */
export function explainActionOf(finding: Finding, index: TextIndex): languages.CodeAction {
  const title = `Explain ${finding.id}`
  return {
    title,
    kind: 'quickfix',
    diagnostics: [markerOf(finding, index)],
    command: { id: explainCheck, title, arguments: [finding.id] },
  }
}

/** A line of the outline, with what is below it. */
export function symbolOf(item: OutlineItem, index: TextIndex): languages.DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: symbolKind[item.kind],
    tags: [],
    range: index.rangeOf(item.span),
    selectionRange: index.rangeOf(item.nameSpan),
    children: item.children.map((child) => symbolOf(child, index)),
  }
}

/** What can be folded, as lines; the closing bracket stays in sight. */
export function foldingRangeOf(span: Span, index: TextIndex): languages.FoldingRange {
  const { startLineNumber, endLineNumber } = index.rangeOf(span)
  return { start: startLineNumber, end: endLineNumber - 1 }
}
