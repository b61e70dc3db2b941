import { defineCheck, fix } from '../check.ts'
import { coversResource } from '../statement-cover.ts'

/** A resource that another entry of the same list covers. */
export default defineCheck({
  id: 'redundant-resource',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ resource }, { edit, report }) {
    const entries = resource?.patterns ?? []
    const redundant = entries.flatMap((entry, index) => {
      const by = entries.find(
        (other, place) =>
          other !== entry &&
          coversResource(other.value, entry.value) &&
          (place < index || !coversResource(entry.value, other.value)),
      )
      return by ? { entry, by } : []
    })
    const all = redundant.map(({ entry }) => entry.span)
    for (const { entry, by } of redundant)
      report(
        entry.span,
        by.value === entry.value
          ? `"${entry.value}" is listed twice.`
          : `"${by.value}" in the same list covers "${entry.value}".`,
        {
          related: [{ span: by.span, message: 'covers it' }],
          fixes: [
            fix('Delete it', edit.deleteItems([entry.span])),
            all.length > 1
              ? fix('Delete all redundant resources of the list', edit.deleteItems(all))
              : undefined,
          ],
        },
      )
  },
})
