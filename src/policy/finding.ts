import type { Span } from './span.ts'

/** The four classes of findings, in order of weight (checks.md, "How to read the tables"). */
export type Severity = 'error' | 'security' | 'warning' | 'suggestion'

/** Replace the text of `span` by `text`; spans of one fix do not overlap. */
export interface TextEdit {
  readonly span: Span
  readonly text: string
}

/** One way to mend a finding. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
  /** The fix makes the policy allow or deny other requests than it does now. Such a fix is never applied in bulk. */
  readonly changesAccess: boolean
}

/** Something to know about a policy: a syntax problem or the finding of a check. */
export interface Finding {
  /** Stable: tests, links and help pages use it. */
  readonly id: string
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  readonly fixes: readonly Fix[]
  /** Other places of the same text that belong to the finding. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[]
}

/** The text after `edits`, whatever their order. Pure; overlapping edits are our bug and throw. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let result = ''
  let at = 0
  for (const { span, text: inserted } of ordered) {
    if (span.start < at) throw new RangeError('edits overlap')
    result += text.slice(at, span.start) + inserted
    at = span.end
  }
  return result + text.slice(at)
}
