import { splitArn } from '#policy'
import type { Action } from '#reference'
import { arnSnippet, fillingFrom } from './arn-snippets.ts'
import { quotedSnippet, type Occasion, type Offer } from './completion.ts'
import { patternOffers } from './element-offers.ts'
import { resourcesInUse } from './in-use.ts'
import { listedActions, someActions, someOf, typesOf, type TypeUse } from './listed-actions.ts'
import { plainText } from './snippet.ts'

/** As many formats as a list of actions is likely to be about. */
const mostFormats = 60

/** What can stand in Resource: the request's, what the listed actions can be about, and the ARNs of the workspace. */
export function resourceOffers(occasion: Occasion): readonly Offer[] {
  const { request, reference, situation, statement } = occasion
  const asked = patternOffers(request?.resource.arn, 'every resource')
  const actions = listedActions(reference, statement)
  const needAll = actions.filter(({ takesResource }) => !takesResource).map(({ id }) => id)
  const everything: Offer = {
    label: '*',
    kind: 'value',
    value: '"*"',
    detail: needAll.length > 0 ? `needed by ${someOf(needAll, 1)}` : 'every resource',
    ...(needAll.length > 0
      ? { documentation: `Only "*" grants ${someOf(needAll, 5)}: no resource can be named for it.` }
      : {}),
  }
  const own = asked.filter(({ label }) => label !== '*')
  const formats = formatOffers(
    typesOf(actions).slice(0, mostFormats),
    occasion,
    new Set(own.map(({ label }) => label)),
  )
  const offered = new Set([...own, ...formats].map(({ label }) => label))
  const others = resourcesInUse(situation)
    .filter((arn) => !offered.has(arn))
    .map((arn): Offer => ({
      label: arn,
      kind: 'value',
      value: quotedSnippet(arn),
      detail: 'in this workspace',
    }))
  return needAll.length > 0
    ? [everything, ...own, ...formats, ...others]
    : [...own, ...formats, everything, ...others]
}

function formatOffers(
  uses: readonly TypeUse[],
  { situation }: Occasion,
  present: ReadonlySet<string>,
): readonly Offer[] {
  const filling = fillingFrom(situation)
  const offered = new Set(present)
  return uses.flatMap(({ type, actions }): Offer[] => {
    const snippet = arnSnippet(type, filling)
    const label = plainText(snippet)
    // Several types can share a format.
    if (offered.has(label) || !splitArn(label)) return []
    offered.add(label)
    return [
      {
        label,
        kind: 'resource',
        value: `"${snippet}"`,
        detail: type.name,
        documentation: usedBy(actions),
      },
    ]
  })
}

/** Which of the statement's actions are about a resource type. */
export function usedBy(actions: readonly Action[]): string {
  return `Used by ${someActions(actions, 5)}.`
}
