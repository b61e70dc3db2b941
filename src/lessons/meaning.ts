import { readPolicy, type PolicySource, type Span } from '#policy'
import type { WorkspacePolicy } from '#workspace'

/** The value of a JSON text with its members in order; a text that is no JSON stands for itself. */
export function canonical(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
        : value,
    )
  } catch {
    return text
  }
}

/** Where a policy belongs, and whether it takes part. */
export const placeOf = ({ type, level, enabled, attachedTo }: WorkspacePolicy): string =>
  JSON.stringify([type, level, enabled, attachedTo])

/** Layout aside, the same policy in the same place. */
export function sameMeaning(a: WorkspacePolicy, b: WorkspacePolicy): boolean {
  return placeOf(a) === placeOf(b) && (a.text === b.text || canonical(a.text) === canonical(b.text))
}

/** A statement of a text by what it means, whatever its layout and its place among the others. */
export interface StatementMeaning {
  readonly span: Span
  readonly meaning: string
}

/** The statements of a policy, as far as its text can be understood. */
export function statementMeanings(
  text: string,
  { draft }: Pick<PolicySource, 'draft'> = readPolicy(text),
): readonly StatementMeaning[] {
  return (draft?.statements ?? []).map(({ span }) => {
    const written = text.slice(span.start, span.end)
    // Without its Version a policy has no variables, and `${…}` is just text.
    const variables = written.includes('${') && draft?.variables === true ? '$' : ''
    return { span, meaning: variables + canonical(written) }
  })
}
