import type {
  ConditionClause,
  Finding,
  Fix,
  GrammarType,
  JsonNode,
  Located,
  PolicyDocument,
  PolicySource,
  PrincipalPattern,
  Severity,
  Span,
  Statement,
  TextEdit,
} from '#policy'
import type { Reference } from '#reference'
import type { Edits } from './edits.ts'

/** Other linters that look for the same thing. */
export type Peer =
  | 'Access Analyzer'
  | 'parliament'
  | 'parliament community'
  | 'cloudsplaining'
  | 'iam-policy-validator'
  | 'cfn-lint'

/** What is known about a check without running it. */
export interface CheckInfo {
  /** The name of its file and page. Tests, links and workspaces use it, so it does not change. */
  readonly id: string
  readonly severity: Severity
  /** The policy types it judges; a role trust policy is `trust`, never `resource`. */
  readonly appliesTo: 'all' | readonly GrammarType[]
  readonly peers: readonly Peer[]
  /**
   * Does not run until these facts are loaded: the `names` of services and actions, or also the `details` of services. Details come
   * service by service, so such a check still meets `'notLoaded'` and is silent there.
   */
  readonly needs?: 'names' | 'details'
  /** Runs only where a workspace asks for it. */
  readonly offByDefault?: true
}

/**
 * One check: what it is, and a function for each part of a document it wants to see. The document is walked once; each part is
 * offered to every check that has a function for it.
 */
export interface Check extends CheckInfo {
  /** The text and its JSON, whether it could be understood as a policy or not. */
  readonly source?: (source: PolicySource, context: SourceContext) => void
  readonly document?: (document: PolicyDocument, context: Context) => void
  readonly statement?: (statement: Statement, context: Context) => void
  /** Each string of Action and NotAction; `statement.action.negated` tells which. */
  readonly action?: (action: Located<string>, context: Context, statement: Statement) => void
  /** Each string of Resource and NotResource. */
  readonly resource?: (resource: Located<string>, context: Context, statement: Statement) => void
  /** Each value of Principal and NotPrincipal. */
  readonly principal?: (principal: PrincipalPattern, context: Context, statement: Statement) => void
  /** Each pair of an operator and a key, with its values. */
  readonly condition?: (clause: ConditionClause, context: Context, statement: Statement) => void
}

/** Declares a check. It does nothing but hold the declaration to its type. */
export function defineCheck(check: Check): Check {
  return check
}

/** Another policy of the same workspace that belongs to the same principal. */
export interface Sibling {
  readonly name: string
  readonly type: GrammarType
  readonly source: PolicySource
}

/** What a finding can carry besides its place and message. A fix that turned out impossible is `undefined` and left out. */
export interface Extras {
  readonly fixes?: readonly (Fix | undefined)[]
  readonly related?: Finding['related']
  /** For the few checks that are sure in one case and not in another. */
  readonly severity?: Severity
}

export interface SourceContext {
  /** The policy type, with role trust policies recognised. */
  readonly type: GrammarType
  readonly source: PolicySource
  /** What exists in AWS, as far as it is loaded. */
  readonly reference: Reference
  /** For checks that judge what all policies of a principal grant together; usually empty. */
  readonly siblings: readonly Sibling[]
  /** Edits for fixes. */
  readonly edit: Edits
  /** The JSON at exactly this span: what the document does not keep, such as an empty operator. */
  readonly jsonAt: (span: Span) => JsonNode | undefined
  /** The line of an offset, from one, for messages that name another place. */
  readonly lineAt: (offset: number) => number
  readonly report: (span: Span, message: string, extras?: Extras) => void
}

export interface Context extends SourceContext {
  /** Everything that could be understood, also when the text has a syntax error. */
  readonly document: PolicyDocument
}

/** The opening brace of a statement or document: where a finding about the whole, or about something missing, stands. */
export function openingOf({ start }: Span): Span {
  return { start, end: start + 1 }
}

/** A fix that leaves every decision as it is; undefined where there are no edits. */
export function fix(title: string, edits: readonly TextEdit[] | undefined): Fix | undefined {
  return edits && { title, edits, changesAccess: false }
}

/** A fix after which the policy allows or denies other requests; it is never applied in bulk. */
export function accessFix(title: string, edits: readonly TextEdit[] | undefined): Fix | undefined {
  return edits && { title, edits, changesAccess: true }
}

const everyType: readonly GrammarType[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'scp',
  'rcp',
  'endpoint',
]

/** Every policy type but these, for `appliesTo`. */
export function everyTypeBut(...types: readonly GrammarType[]): readonly GrammarType[] {
  return everyType.filter((type) => !types.includes(type))
}

/**
 * Something worked out once for a whole run, by whichever check asks first:
 * `const granted = oncePerRun((context) => …)`, then `granted(context)`.
 */
export function oncePerRun<C extends SourceContext, T>(work: (context: C) => T): (context: C) => T {
  const known = new WeakMap<C, T>()
  return (context) => {
    if (!known.has(context)) known.set(context, work(context))
    return known.get(context) as T
  }
}
