import { accessFix, defineCheck } from '../check.ts'

/** `Bool` with several values: a key that is either true or false is compared with one of them. */
export default defineCheck({
  id: 'invalid-condition-multiple-boolean',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ key, operator, values }, { edit, report }) {
    if (operator?.base !== 'Bool' || values.length < 2) return
    const list = edit.valueOf(key.span)
    const distinct = [...new Set(values.map(({ value }) => value.toLowerCase()))]
    report(
      key.span,
      `${operator.name} compares "${key.value}" with ${values.length} values. It takes a single one${
        distinct.length > 1 ? '; of true and false together one always matches.' : '.'
      }`,
      {
        fixes: distinct.map((value) =>
          accessFix(`Keep "${value}"`, list && edit.replace(list, value)),
        ),
      },
    )
  },
})
