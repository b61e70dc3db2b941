import type { Statement } from '#policy'
import { resourceTypesOf, actionDetails } from '#reference'
import { accessFix, defineCheck, everyTypeBut, openingOf, type Context } from '../check.ts'
import { keyOf, lacks, nameOf } from '../elements.ts'

/** Services whose resource policies sit on the resource and never name it. */
const namesNoResource = /^(?:ecr|elasticfilesystem):/iu

/** A statement that names no resources. A role trust policy never does: the role itself is the resource. */
export default defineCheck({
  id: 'missing-resource',
  severity: 'error',
  appliesTo: everyTypeBut('trust'),
  peers: ['Access Analyzer', 'parliament'],
  statement(statement, context) {
    if (!lacks(context, statement, 'Resource', 'NotResource')) return
    const { edit, report, type } = context
    const actions = statement.action?.patterns ?? []
    if (type === 'resource' && actions.some(({ value }) => namesNoResource.test(value))) return
    const after = keyOf(context, statement, 'Action', 'NotAction', 'Effect', 'Sid')
    const format = formatFor(statement, context)
    const add = (value: string) =>
      accessFix(
        `Add "Resource": "${value}"`,
        edit.insertMember(statement.span, 'Resource', value, after),
      )
    report(
      openingOf(statement.span),
      `${nameOf(statement)} has neither "Resource" nor "NotResource". "*" is possible, but ${
        format
          ? `"${format}" is what its first action takes`
          : 'name the resources its actions take'
      }.`,
      { fixes: [format ? add(format) : undefined, add('*')] },
    )
  },
})

/** The ARN of the resource type that the first action takes, with a wildcard for each placeholder. */
function formatFor({ action }: Statement, { reference }: Context): string | undefined {
  const first = action?.negated === false ? action.patterns[0]?.value : undefined
  if (!first) return undefined
  const details = actionDetails(reference, first)
  if (typeof details === 'string') {
    // A wildcard: every type of the service would do, so none is better than the others.
    const types = resourceTypesOf(reference, first.split(':')[0] ?? '')
    return typeof types === 'string' || types.length !== 1 ? undefined : filled(types[0]?.arn)
  }
  return filled(details.resourceTypes[0]?.type.arn)
}

function filled(arn: string | undefined): string | undefined {
  return arn?.replace('${Partition}', 'aws').replace(/\$\{[^}]*\}/gu, '*')
}
