import { defineCheck, fix } from '../check.ts'
import { coversAction } from '../statement-cover.ts'

/** An action that another entry of the same list covers. */
export default defineCheck({
  id: 'redundant-action',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ action }, { edit, report }) {
    const entries = action?.patterns ?? []
    const redundant = entries.flatMap((entry, index) => {
      const by = entries.find(
        (other, place) =>
          other !== entry &&
          coversAction(other.value, entry.value) &&
          // Of two that cover each other the first stays.
          (place < index || !coversAction(entry.value, other.value)),
      )
      return by ? { entry, by } : []
    })
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
