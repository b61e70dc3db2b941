import type { Located } from '#policy'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { placeholderIn, withoutPlaceholders } from './placeholders.ts'

/** A placeholder of a template that was not filled in. It replaces every other finding on the same string. */
export default defineCheck({
  id: 'template-placeholder',
  severity: 'warning',
  appliesTo: 'all',
  peers: [],
  action: (action, context) => look(action, context, action.value.includes(':')),
  resource: (resource, context) => look(resource, context, true),
  principal: (principal, context) => look(principal, context, false),
  condition({ operator, values }, context) {
    for (const value of values) look(value, context, operator?.entry.wildcards === true)
  },
})

function look({ value, span }: Located<string>, { edit, report }: Context, wildcards: boolean) {
  const found = placeholderIn(value)
  if (!found) return
  report(
    span,
    `"${found.text}" is to be filled in by ${found.by}. IAM takes it as it stands, so this string does not mean what it will mean then.`,
    {
      fixes: wildcards
        ? [accessFix('Replace it by *', edit.replace(span, withoutPlaceholders(value)))]
        : [],
    },
  )
}
