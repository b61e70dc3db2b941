import { nearestName } from '#policy'
import { globalKeys } from '#reference'
import { accessFix, defineCheck } from '../check.ts'

const globalNames = new Map(
  globalKeys.map(({ name }) => [name.slice(name.indexOf(':') + 1).replace(/\/$/u, ''), name]),
)

/** A condition key is `prefix:name`; one without a colon is the name of no key. */
export default defineCheck({
  id: 'invalid-condition-key-format',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ key: { value, span }, operator }, { edit, report }) {
    if (!operator || value.includes(':')) return
    const slash = value.indexOf('/')
    const [name, tag] = slash < 0 ? [value, ''] : [value.slice(0, slash), value.slice(slash)]
    const near = nearestName(name, globalNames.keys())
    const full = near === undefined ? undefined : globalNames.get(near)
    const whole = full?.endsWith('/') ? `${full.slice(0, -1)}${tag}` : full
    report(
      span,
      `"${value}" has no prefix; a condition key is written prefix:Name${whole ? `, did you mean "${whole}"?` : '.'} No request carries a key of that name.`,
      {
        fixes: whole ? [accessFix(`Change to "${whole}"`, edit.replace(span, whole))] : [],
      },
    )
  },
})
