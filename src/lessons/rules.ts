import { readPolicy, type Statement } from '#policy'
import type { WorkspacePolicy } from '#workspace'

/** A must-not rule: what a lesson forbids beyond its tests, because behaviour cannot show it. */
export type Rule =
  /** The policy stays as it was: same meaning, type, place and switch. The editor locks it. */
  | { readonly kind: 'change'; readonly policy: string }
  | { readonly kind: 'allowAction'; readonly pattern: string }
  | { readonly kind: 'allowElement'; readonly element: string }
  | { readonly kind: 'statements'; readonly most: number }
  | { readonly kind: 'finding'; readonly check: string }

/** Reads a rule as it is written in `mustNot`; undefined for text that is none. */
export function parseRule(text: string): Rule | undefined {
  const [, verb, argument] = /^(\S+) (.+)$/u.exec(text.trim()) ?? []
  if (verb === undefined || argument === undefined) return undefined
  switch (verb) {
    case 'change':
      return { kind: 'change', policy: argument }
    case 'allow-action':
      return { kind: 'allowAction', pattern: argument }
    case 'allow-element':
      return { kind: 'allowElement', element: argument }
    case 'statements':
      return /^\d{1,4}$/u.test(argument)
        ? { kind: 'statements', most: Number(argument) }
        : undefined
    case 'finding':
      return { kind: 'finding', check: argument }
    default:
      return undefined
  }
}

/** The rule as a sentence for the learner. */
export function ruleWords(rule: Rule): string {
  switch (rule.kind) {
    case 'change':
      return `Don't change the policy ${rule.policy}`
    case 'allowAction':
      return `Don't use the action ${rule.pattern} in an Allow`
    case 'allowElement':
      return `Don't use ${rule.element} in an Allow`
    case 'statements':
      return `Use at most ${rule.most} ${rule.most === 1 ? 'statement' : 'statements'}`
    case 'finding':
      return `Leave no finding ${rule.check}`
  }
}

/** The names of the policies that the rules lock. */
export function lockedPolicies(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => (rule.kind === 'change' ? [rule.policy] : [])))
}

/** What judging a rule needs to know. */
export interface RuleSituation {
  /** The policies the lesson began with. */
  readonly start: readonly WorkspacePolicy[]
  readonly current: readonly WorkspacePolicy[]
  readonly locked: ReadonlySet<string>
  /** The checks that have something to say about a policy. */
  readonly findings: (policy: WorkspacePolicy) => readonly string[]
}

export function isBroken(rule: Rule, { start, current, locked, findings }: RuleSituation): boolean {
  const unlocked = current.filter(({ name }) => !locked.has(name))
  const statements = unlocked.flatMap(({ text }) => readPolicy(text).draft?.statements ?? [])
  const allows = statements.filter(({ effect }) => effect?.value === 'Allow')
  switch (rule.kind) {
    case 'change': {
      const before = start.find(({ name }) => name === rule.policy)
      const after = current.find(({ name }) => name === rule.policy)
      return before !== undefined && (!after || !sameMeaning(before, after))
    }
    case 'allowAction':
      return allows.some(({ action }) =>
        action?.patterns.some(
          ({ value }) => !action.negated && value.toLowerCase() === rule.pattern.toLowerCase(),
        ),
      )
    case 'allowElement':
      return allows.some((statement) => hasElement(statement, rule.element))
    case 'statements':
      return statements.length > rule.most
    case 'finding':
      return unlocked.some((policy) => findings(policy).includes(rule.check))
  }
}

function hasElement(
  { principal, action, resource, conditionKey, sid }: Statement,
  element: string,
): boolean {
  const names = [
    principal?.key.value,
    action?.key.value,
    resource?.key.value,
    conditionKey?.value,
    sid && 'Sid',
  ]
  return names.includes(element)
}

/** Layout aside, the same policy in the same place. */
function sameMeaning(a: WorkspacePolicy, b: WorkspacePolicy): boolean {
  const place = ({ type, level, enabled, attachedTo }: WorkspacePolicy) =>
    JSON.stringify([type, level, enabled, attachedTo])
  return place(a) === place(b) && (a.text === b.text || canonical(a.text) === canonical(b.text))
}

/** The value of a JSON text with its members in order; a text that is no JSON stands for itself. */
function canonical(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
        : value,
    )
  } catch {
    return text
  }
}
