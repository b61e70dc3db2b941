import { splitArn } from '#policy'
import { arnHomes, findService, type Reference } from '#reference'
import { meaningOf } from './action-meaning.ts'
import { oncePerRun, type Context } from './check.ts'

/** The service of the resource that a resource policy is attached to. */
export interface PolicyService {
  readonly prefix: string
  readonly product: string
  /** What it was told by: an ARN or an action of the policy. */
  readonly seenIn: string
}

/** As most of its resources say, else most of its actions; undefined when neither decides. Wants the names. */
export const policyServiceOf = oncePerRun((context: Context): PolicyService | undefined => {
  const { document, reference, type } = context
  if (type === 'trust') return serviceOf(reference, 'sts', 'sts:AssumeRole')
  const resources = document.statements.flatMap(({ resource }) => resource?.patterns ?? [])
  const byResource = mostOf(
    resources.flatMap(({ value }) => {
      const service = splitArn(value)?.service ?? ''
      return typeof findService(reference, service) === 'string'
        ? []
        : [{ prefix: service.toLowerCase(), seenIn: value }]
    }),
  )
  const meaning = meaningOf(context)
  const most =
    byResource ??
    mostOf(
      document.statements.flatMap(({ action }) =>
        (action?.patterns ?? []).flatMap(({ value }) => {
          const what = meaning(value)
          const prefix = what.kind === 'actions' ? what.actions[0]?.service : undefined
          return prefix === undefined ? [] : [{ prefix, seenIn: value }]
        }),
      ),
    )
  return most && serviceOf(reference, most.prefix, most.seenIn)
})

function serviceOf(
  reference: Reference,
  prefix: string,
  seenIn: string,
): PolicyService | undefined {
  const service = findService(reference, prefix)
  return typeof service === 'string'
    ? undefined
    : { prefix: service.prefix, product: service.product, seenIn }
}

interface Vote {
  readonly prefix: string
  readonly seenIn: string
}

/** The first vote for what has more than half of them. */
function mostOf(votes: readonly Vote[]): Vote | undefined {
  return votes.find(
    ({ prefix }) => votes.filter((other) => other.prefix === prefix).length * 2 > votes.length,
  )
}

/** Whether two services share their ARNs, so that a policy on a resource of one can be about the other. */
export function areKin(reference: Reference, one: string, other: string): boolean {
  const homes = (field: string) => {
    const found = arnHomes(reference, field)
    return typeof found === 'string' ? [] : found
  }
  return one === other || homes(one).includes(other) || homes(other).includes(one)
}
