import { splitArn, type Located, type Statement } from '#policy'
import {
  actionDetails,
  arnHomes,
  detailsOf,
  fitsFormat,
  type Action,
  type ResourceType,
} from '#reference'
import { knownEntries } from './action-meaning.ts'
import { oncePerRun, type SourceContext } from './check.ts'
import { remembered } from './remembered.ts'

/** How a string of Action stands to the resources of its statement. */
export interface EntryUse {
  readonly entry: Located<string>
  readonly kind:
    | 'uses'
    /** Nothing it matches can be limited to a resource: only `*` is. */
    | 'takesNone'
    /** It takes resources, but none of those listed. */
    | 'mismatch'
    /** The facts of some service are not there yet. */
    | 'notLoaded'
  /** What it matches; none for `*`. */
  readonly actions: readonly Action[]
}

/** How a string of Resource stands to the actions of its statement. */
export interface ResourceUse {
  readonly resource: Located<string>
  readonly kind:
    | 'used'
    /** No action of the statement can be about it. */
    | 'unused'
    /** Not comparable: a shape error, a placeholder, or facts that are not there yet. */
    | 'unclear'
  /** The resource types of which it may be one. */
  readonly types: readonly ResourceType[]
}

/** How the actions and the resources of a statement fit together. */
export interface StatementUses {
  readonly entries: readonly EntryUse[]
  readonly resources: readonly ResourceUse[]
  /** Whether `*` is among the resources. */
  readonly everything: boolean
}

/** Undefined for statements that do not list actions and resources. Wants the details of services. */
export const usesOf = oncePerRun((context: SourceContext) => {
  const known = new Map<Statement, StatementUses | undefined>()
  return (statement: Statement): StatementUses | undefined => {
    if (!known.has(statement))
      known.set(statement, compare(context, statement, typesOfArn(context)))
    return known.get(statement)
  }
})

type TypesOf = (arn: string) => readonly ResourceType[] | undefined

function compare(
  context: SourceContext,
  statement: Statement,
  typesOf: TypesOf,
): StatementUses | undefined {
  const { action, resource } = statement
  if (!action || !resource || action.negated || resource.negated) return undefined
  if (resource.patterns.length === 0) return undefined
  const given = resource.patterns.map((pattern) => ({
    pattern,
    all: /^\*+$/u.test(pattern.value),
    types: typesOf(pattern.value),
  }))
  const everything = given.some(({ all }) => all)
  const unclear = given.some(({ all, types }) => !all && types === undefined)
  const comparable = given.some(({ types }) => types !== undefined)
  const used = new Set<Located<string>>()
  let unknownUses = false

  const entries = knownEntries(context, statement).map(({ entry, meaning }): EntryUse => {
    if (meaning.kind === 'everything') {
      for (const { pattern } of given) used.add(pattern)
      return { entry, kind: 'uses', actions: [] }
    }
    const { actions } = meaning
    const takers = actions.filter(({ takesResource }) => takesResource)
    if (takers.length === 0) return { entry, kind: 'takesNone', actions }
    let missing = false
    let uses = everything || unclear
    const fits = new Set<ResourceType>()
    // Against `*` alone there is nothing to compare.
    for (const { id } of comparable ? takers : []) {
      const details = actionDetails(context.reference, id)
      if (details === 'notLoaded') missing = true
      else if (details !== 'unknown') {
        for (const { type } of details.resourceTypes) fits.add(type)
        // An action that AWS does not list: what it is about is not known.
        uses ||= details.resourceTypes.length === 0
      }
    }
    for (const { pattern, types } of given) {
      if (!types) continue
      // A pattern whose service is open fits no type by itself; it is held against those of the actions.
      const here =
        types === openService ? [...fits].filter((type) => fitsFormat(type, pattern.value)) : types
      if (!here.some((type) => fits.has(type))) continue
      uses = true
      used.add(pattern)
    }
    unknownUses ||= missing
    return { entry, kind: uses ? 'uses' : missing ? 'notLoaded' : 'mismatch', actions }
  })

  return {
    entries,
    everything,
    resources: given.map(({ pattern, all, types }): ResourceUse => ({
      resource: pattern,
      kind:
        all || used.has(pattern)
          ? 'used'
          : types === undefined || types === openService || unknownUses
            ? 'unclear'
            : 'unused',
      types: types ?? [],
    })),
  }
}

/** Stands for the types of an ARN whose service is a wildcard. */
const openService: readonly ResourceType[] = []

/**
 * The resource types an ARN can mean. Undefined when it cannot be compared: no ARN, of a service that is unknown or not loaded, or of
 * no type of its service, which is a shape error and has its own finding.
 */
const typesOfArn = remembered((reference, arn): readonly ResourceType[] | undefined => {
  if (/\$\{(?:AWS::|[^}:]*\})|\{\{|[<>]/u.test(arn)) return undefined
  const service = splitArn(arn)?.service
  if (service === undefined) return undefined
  if (/[*?]/u.test(service)) return openService
  const homes = arnHomes(reference, service)
  if (typeof homes === 'string') return undefined
  const types = homes.flatMap((home) => {
    const details = detailsOf(reference, home)
    return typeof details === 'string'
      ? []
      : details.resourceTypes.filter((type) => fitsFormat(type, arn))
  })
  return types.length > 0 ? types : undefined
})
