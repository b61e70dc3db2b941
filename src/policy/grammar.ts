import type { PolicyDocument, PolicyType, Statement, StatementFault } from './document.ts'

/**
 * The policy grammar as one table: which elements exist, what their values look like, and where they belong.
 * Read by the reader, completion, the checks and the JSON Schema. Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html and, for organizations,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html and …_rcps_syntax.html
 */

/** A policy type as its grammar sees it: role trust policies are resource policies with rules of their own. */
export type GrammarType = PolicyType | 'trust'

/** `strings`: one string or a list. `principals`: `"*"` or a map. `conditions`: operator → key → values. */
export type ElementShape = 'string' | 'strings' | 'statements' | 'principals' | 'conditions'

export interface ElementEntry {
  readonly shape: ElementShape
  /** The only legal values. */
  readonly values?: readonly string[]
  /** The element that must not stand beside this one; where one is required, either will do. */
  readonly excludes?: string
}

export const documentElements = {
  Version: { shape: 'string', values: ['2012-10-17', '2008-10-17'] },
  Id: { shape: 'string' },
  Statement: { shape: 'statements' },
} as const satisfies Record<string, ElementEntry>

export const statementElements = {
  Sid: { shape: 'string' },
  Effect: { shape: 'string', values: ['Allow', 'Deny'] },
  Principal: { shape: 'principals', excludes: 'NotPrincipal' },
  NotPrincipal: { shape: 'principals', excludes: 'Principal' },
  Action: { shape: 'strings', excludes: 'NotAction' },
  NotAction: { shape: 'strings', excludes: 'Action' },
  Resource: { shape: 'strings', excludes: 'NotResource' },
  NotResource: { shape: 'strings', excludes: 'Resource' },
  Condition: { shape: 'conditions' },
} as const satisfies Record<string, ElementEntry>

export type StatementElement = keyof typeof statementElements

export const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const

/** `denyOnly`: legal in a statement with `"Effect": "Deny"`. */
export type Presence = 'required' | 'optional' | 'denyOnly' | 'forbidden'

type Row = Readonly<Record<StatementElement | 'Id', Presence>>

const identity: Row = {
  Id: 'forbidden',
  Sid: 'optional',
  Effect: 'required',
  Principal: 'forbidden',
  NotPrincipal: 'forbidden',
  Action: 'required',
  NotAction: 'required',
  Resource: 'required',
  NotResource: 'required',
  Condition: 'optional',
}
const onResource: Row = {
  ...identity,
  Id: 'optional',
  Principal: 'required',
  NotPrincipal: 'denyOnly',
}

/** Of a pair marked `required` one must be there, and one suffices. */
export const grammar: Readonly<Record<GrammarType, Row>> = {
  identity,
  boundary: identity,
  session: identity,
  scp: identity,
  resource: onResource,
  endpoint: onResource,
  trust: {
    ...onResource,
    NotPrincipal: 'forbidden',
    Resource: 'forbidden',
    NotResource: 'forbidden',
  },
  rcp: { ...onResource, Id: 'forbidden', NotPrincipal: 'forbidden', NotAction: 'forbidden' },
}

/**
 * A role trust policy is a resource policy whose every action begins with `sts:`. It has no Resource: the role itself is it.
 */
export function isTrustPolicy(document: PolicyDocument): boolean {
  const actions = document.statements.flatMap(({ action }) => action?.patterns ?? [])
  return actions.length > 0 && actions.every(({ value }) => /^sts:/iu.test(value))
}

/**
 * The grammar that decides whether AWS accepts this one statement. A mistake in one statement makes no other one invalid
 * (semantics.md 1.11), so a statement of a trust policy is told by itself: all its actions begin with `sts:`. `NotAction` tells
 * so only where no resource stands beside it, for it may as well leave `sts:` out of what a bucket's policy denies.
 */
export function statementGrammar(type: PolicyType, { action, resource }: Statement): GrammarType {
  if (type !== 'resource' || !action || action.patterns.length === 0) return type
  if (action.negated && resource) return type
  return action.patterns.every(({ value }) => /^sts:/iu.test(value)) ? 'trust' : type
}

/** The grammar that applies to a document of this policy type. */
export function grammarType(type: PolicyType, document: PolicyDocument | undefined): GrammarType {
  return type === 'resource' && document && isTrustPolicy(document) ? 'trust' : type
}

/**
 * Everything because of which AWS would not accept this statement in a policy of this type; such a statement matches nothing.
 * The reader's faults, and those that depend on the type.
 */
export function faultsOf(statement: Statement, type: GrammarType): readonly StatementFault[] {
  const row = grammar[type]
  const faults: StatementFault[] = []
  const policyType: PolicyType = type === 'trust' ? 'resource' : type
  const clauses = [
    ['Principal', statement.principal],
    ['Action', statement.action],
    ['Resource', statement.resource],
  ] as const
  for (const [element, clause] of clauses) {
    if (!clause) {
      // An element that is there but was not understood already has its fault.
      const misread = statement.faults.some(
        (fault) => fault.kind === 'wrongType' && fault.element.replace(/^Not/u, '') === element,
      )
      if (row[element] === 'required' && !misread)
        faults.push({ kind: 'missing', element, span: statement.span })
      continue
    }
    const presence = row[clause.key.value as StatementElement]
    const forbidden =
      presence === 'forbidden' || (presence === 'denyOnly' && statement.effect?.value !== 'Deny')
    if (forbidden)
      faults.push({
        kind: 'notAllowedHere',
        element: clause.key.value,
        type: policyType,
        span: clause.key.span,
      })
  }
  const { principal } = statement
  if (
    type === 'rcp' &&
    principal &&
    !principal.negated &&
    principal.patterns.some(({ value }) => value !== '*')
  )
    faults.push({
      kind: 'notAllowedHere',
      element: 'Principal',
      type: 'rcp',
      span: principal.key.span,
    })
  return faults.length > 0 ? [...statement.faults, ...faults] : statement.faults
}
