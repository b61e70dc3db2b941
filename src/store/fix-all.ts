import type { Finding, Fix, TextEdit } from '#policy'

/** One fix for several findings of the same check. */
export interface FixOfAll {
  readonly fix: Fix
  /** How many of the findings it mends. */
  readonly count: number
}

/**
 * The fixes of all findings of a check as one. A fix that changes access is never part of it, nor one that touches what another has
 * changed; undefined where fewer than two are left.
 */
export function fixAll(findings: readonly Finding[], check: string): FixOfAll | undefined {
  const edits: TextEdit[] = []
  let count = 0
  for (const finding of findings) {
    if (finding.id !== check) continue
    const own = finding.fixes.find(({ changesAccess }) => !changesAccess)?.edits
    if (!own || own.some((edit) => edits.some((other) => touch(edit, other)))) continue
    edits.push(...own)
    count++
  }
  return count > 1
    ? { fix: { title: `Fix all ${count}`, edits, changesAccess: false }, count }
    : undefined
}

const touch = ({ span: one }: TextEdit, { span: other }: TextEdit): boolean =>
  one.start <= other.end && other.start <= one.end
