import type { ConditionClause } from '#policy'
import { tagFamilyOf } from '../carried-keys.ts'
import { accessFix, defineCheck } from '../check.ts'
import { missingCompanions } from '../companions.ts'

/** Creating with tags is allowed, tagging is not: the call fails. */
export default defineCheck({
  id: 'tag-on-create-needs-tag-resource',
  severity: 'warning',
  appliesTo: ['identity'],
  peers: [],
  needs: 'details',
  statement(statement, context) {
    const clause = statement.conditions.find(demandsTag)
    if (statement.effect?.value !== 'Allow' || !clause || !statement.action) return
    const list = context.edit.valueOf(statement.action.key.span)
    const missing = missingCompanions(context, statement, { tagging: true, wildcards: true })
    for (const { companion, entry, action } of missing)
      context.report(
        entry.span,
        `${action} is allowed only with ${describe(clause)}, but tagging on creation is a permission of its own: ${companion.action} is not granted anywhere.`,
        {
          fixes: [
            list
              ? accessFix(
                  `Add "${companion.action}" with the same condition`,
                  context.edit.addItems(list, [companion.action]),
                )
              : undefined,
          ],
        },
      )
  },
})

/** Whether the clause is about the tags of the request, and not that there are none. */
function demandsTag({ key, operator, values }: ConditionClause): boolean {
  const absent =
    operator?.name === 'Null' && values.some(({ value }) => value.toLowerCase() === 'true')
  return tagFamilyOf(key.value) === 'requestTags' && !absent
}

/** `the tag Owner=TeamA`, `a condition on its tags`. */
function describe({ key, operator, values }: ConditionClause): string {
  const tag = key.value.split('/')[1]
  const [only, ...others] = values
  return tag !== undefined && only && others.length === 0 && operator?.base === 'StringEquals'
    ? operator.negated
      ? `a condition on the tag ${tag}`
      : `the tag ${tag}=${only.value}`
    : 'a condition on its tags'
}
