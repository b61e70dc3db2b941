import { defineCheck, fix } from '../check.ts'
import { readDate } from './dates.ts'

/** Several bounds under one less-than or greater-than operator: the widest decides alone. */
export default defineCheck({
  id: 'redundant-condition-value-num',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ key, operator, values }, { edit, report }) {
    const direction = /(Less|Greater)Than/u.exec(operator?.name ?? '')?.[1]
    if (!operator || direction === undefined || values.length < 2) return
    const sortable =
      operator.entry.family === 'numeric'
        ? values.map(({ value }) => Number(value))
        : // ISO 8601 dates of one form sort as text; others are left alone.
          values.every(
              ({ value }) =>
                /^\d{4}-\d{2}-\d{2}(?:T[\d:]+Z)?$/u.test(value) && readDate(value).kind === 'clear',
            )
          ? values.map(({ value }) => Number(value.replace(/\D/gu, '').padEnd(14, '0')))
          : []
    if (sortable.length === 0 || sortable.some((value) => Number.isNaN(value))) return
    const widest = direction === 'Less' ? Math.max(...sortable) : Math.min(...sortable)
    const decides = values[sortable.indexOf(widest)]?.value ?? ''
    const list = edit.valueOf(key.span)
    report(
      key.span,
      `${operator.name} is satisfied by any one of its values, so of these ${values.length} only "${decides}" decides.`,
      { fixes: [fix(`Keep "${decides}"`, list && edit.replace(list, decides))] },
    )
  },
})
