import { accessFix, defineCheck } from '../check.ts'

/** `aws:ResourceTag` alone names no tag; its key follows behind a slash. */
export default defineCheck({
  id: 'missing-tag-key-in-condition',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ key: { value, span }, values, operator }, { edit, report }) {
    if (!/^aws:(?:Resource|Request|Principal)Tag\/?$/iu.test(value)) return
    const base = value.replace(/\/$/u, '')
    const [only, ...more] = values
    // `"aws:ResourceTag": "team"` most likely has the key of the tag where its value belongs.
    const guess =
      only && more.length === 0 && operator?.base !== 'Null' && /^[\w:.+=@-]+$/u.test(only.value)
        ? only.value
        : 'tag-key'
    const whole = `${base}/${guess}`
    report(
      span,
      `"${value}" names no tag. The key of the tag belongs behind a slash: "${whole}".`,
      { fixes: [accessFix(`Change to "${whole}"`, edit.replace(span, whole))] },
    )
  },
})
