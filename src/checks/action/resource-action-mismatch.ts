import { splitArn } from '#policy'
import { actionDetails, findService, type Reference, type ResourceType } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { usesOf, type EntryUse, type StatementUses } from '../resource-uses.ts'
import { listed } from '../wording.ts'

/** An action that takes resources, in a statement that lists none of the kind. */
export default defineCheck({
  id: 'resource-action-mismatch',
  severity: 'warning',
  appliesTo: ['identity', 'resource', 'boundary', 'session', 'scp', 'endpoint'],
  peers: ['parliament', 'cfn-lint', 'iam-policy-validator'],
  needs: 'details',
  statement(statement, context) {
    const uses = usesOf(context)(statement)
    const value = statement.resource && context.edit.valueOf(statement.resource.key.span)
    if (!uses || !value) return
    const never = statement.effect?.value === 'Deny' ? 'denies' : 'grants'
    for (const entryUse of uses.entries) {
      if (entryUse.kind !== 'mismatch') continue
      const { entry } = entryUse
      const types = typesOf(context.reference, entryUse)
      const wanted = wantedArn(types, uses)
      const names = listed([...new Set(types.map(({ name }) => name))], 3)
      const service = findService(context.reference, types[0]?.service ?? '')
      const product = typeof service === 'string' ? '' : ` of ${service.product}`
      context.report(
        entry.span,
        `"${entry.value}" is about resources of the type ${names}${product}, and none is listed, so it ${never} nothing here.${wanted ? ` ${wanted.hint}` : ''}`,
        {
          fixes: [
            wanted
              ? accessFix(`Add "${wanted.arn}"`, context.edit.addItems(value, [wanted.arn]))
              : undefined,
          ],
        },
      )
    }
  },
})

function typesOf(reference: Reference, { actions }: EntryUse): readonly ResourceType[] {
  const types = new Set<ResourceType>()
  for (const { id } of actions) {
    const details = actionDetails(reference, id)
    if (typeof details !== 'string') for (const { type } of details.resourceTypes) types.add(type)
  }
  return [...types]
}

/** The ARN that was probably meant, and a sentence about it. */
interface Wanted {
  readonly arn: string
  readonly hint: string
}

/** Made from a listed ARN where the formats are alike, as those of a bucket and its objects; else the format with `*`. */
function wantedArn(
  types: readonly ResourceType[],
  { resources }: StatementUses,
): Wanted | undefined {
  for (const type of types)
    for (const { resource, types: given } of resources)
      for (const listedType of given) {
        const arn = alike(type.arn, listedType.arn, resource.value)
        if (arn === undefined) continue
        const hint = `"${resource.value}" is of the type ${listedType.name}, "${arn}" of the type ${type.name}.`
        return { arn, hint }
      }
  const [type] = types
  if (!type) return undefined
  const like = resources.map(({ resource }) => splitArn(resource.value)).find((parts) => parts)
  const arn = type.arn
    .replace('${Partition}', like?.partition ?? 'aws')
    .replace('${Region}', like?.region || '*')
    .replace('${Account}', like?.account || '*')
    .replace(/\$\{\w+\}/gu, '*')
  return { arn, hint: `It needs an ARN like "${arn}".` }
}

/** An ARN of the one format made from an ARN of the other, where one goes on behind a slash at which the other ends. */
function alike(wanted: string, given: string, arn: string): string | undefined {
  if (plain(wanted).startsWith(`${plain(given)}/`)) return `${arn}/*`
  if (!plain(given).startsWith(`${plain(wanted)}/`)) return undefined
  return arn.split('/').slice(0, wanted.split('/').length).join('/')
}

const plainFormats = new Map<string, string>()

/** A format without the names of its placeholders. There are as many as AWS has resource types, so they are kept. */
function plain(arn: string): string {
  const known = plainFormats.get(arn) ?? arn.replace(/\$\{\w+\}/gu, '$')
  plainFormats.set(arn, known)
  return known
}
