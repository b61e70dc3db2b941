import type { Located } from '#policy'
import { defineCheck, fix } from '../check.ts'
import { coversAction } from '../statement-cover.ts'

type Entry = Located<string>

/** An action that another entry of the same list covers. */
export default defineCheck({
  id: 'redundant-action',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ action }, { edit, report }) {
    const redundant = redundantAmong(action?.patterns ?? [])
    const all = redundant.map(({ entry }) => entry.span)
    for (const { entry, by } of redundant)
      report(
        entry.span,
        by.value.toLowerCase() === entry.value.toLowerCase()
          ? `"${entry.value}" is listed twice.`
          : `"${by.value}" in the same list covers "${entry.value}".`,
        {
          related: [{ span: by.span, message: 'covers it' }],
          fixes: [
            fix('Delete it', edit.deleteItems([entry.span])),
            all.length > 1
              ? fix('Delete all redundant actions of the list', edit.deleteItems(all))
              : undefined,
          ],
        },
      )
  },
})

/** The entries that another one of the list covers; of two that cover each other the first stays. */
function redundantAmong(entries: readonly Entry[]): readonly { entry: Entry; by: Entry }[] {
  // An action can only be covered by its like or by a pattern, and a pattern reaches no further than its service.
  const first = new Map<string, Entry>()
  const patterns = new Map<string, Entry[]>()
  for (const entry of entries) {
    const lower = entry.value.toLowerCase()
    if (!first.has(lower)) first.set(lower, entry)
    if (!/[*?]/u.test(lower)) continue
    const prefix = prefixOf(lower)
    const known = patterns.get(prefix)
    if (known) known.push(entry)
    else patterns.set(prefix, [entry])
  }
  return entries.flatMap((entry) => {
    const lower = entry.value.toLowerCase()
    const same = first.get(lower)
    if (same && same !== entry) return [{ entry, by: same }]
    const near = [...(patterns.get(prefixOf(lower)) ?? []), ...(patterns.get('*') ?? [])]
    const by = near.find(
      (other) =>
        other !== entry &&
        coversAction(other.value, entry.value) &&
        (other.span.start < entry.span.start || !coversAction(entry.value, other.value)),
    )
    return by ? [{ entry, by }] : []
  })
}

function prefixOf(lower: string): string {
  const colon = lower.indexOf(':')
  return colon < 0 ? lower : lower.slice(0, colon)
}
