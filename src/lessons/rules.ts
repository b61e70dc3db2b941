import { readPolicy, statementName, type Statement } from '#policy'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { placeOf, sameMeaning, statementMeanings } from './meaning.ts'

/** A must-not rule: what a lesson forbids beyond its tests, because behaviour cannot show it. */
export type Rule =
  /** The policy stays as it was: same meaning, type, place and switch. The editor locks it. */
  | { readonly kind: 'change'; readonly policy: string }
  /** One statement of a policy stays in it, unchanged; the others are the learner's. Counted from zero, in the start. */
  | { readonly kind: 'changeStatement'; readonly policy: string; readonly statement: number }
  | { readonly kind: 'allowAction'; readonly pattern: string }
  | { readonly kind: 'allowElement'; readonly element: string }
  | { readonly kind: 'statements'; readonly most: number }
  | { readonly kind: 'finding'; readonly check: string }

/** Reads a rule as it is written in `mustNot`; undefined for text that is none. */
export function parseRule(text: string): Rule | undefined {
  const [, verb, argument] = /^(\S+) (.+)$/u.exec(text.trim()) ?? []
  if (verb === undefined || argument === undefined) return undefined
  switch (verb) {
    case 'change': {
      const [, policy, statement] = /^(.+)#(\d{1,4})$/u.exec(argument) ?? []
      return policy === undefined
        ? { kind: 'change', policy: argument }
        : { kind: 'changeStatement', policy, statement: Number(statement) }
    }
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

/** The rule as it is written in `mustNot`; the inverse of `parseRule`. */
export function writeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'change':
      return `change ${rule.policy}`
    case 'changeStatement':
      return `change ${rule.policy}#${rule.statement}`
    case 'allowAction':
      return `allow-action ${rule.pattern}`
    case 'allowElement':
      return `allow-element ${rule.element}`
    case 'statements':
      return `statements ${rule.most}`
    case 'finding':
      return `finding ${rule.check}`
  }
}

/** The rules of a lesson that are understood. A policy that is really called `name#0` is locked as a whole. */
export function readRules({
  lesson,
  policies,
}: Pick<Workspace, 'lesson' | 'policies'>): readonly Rule[] {
  return (lesson?.mustNot ?? []).flatMap((text): readonly Rule[] => {
    const rule = parseRule(text)
    if (rule?.kind !== 'changeStatement') return rule ? [rule] : []
    const whole = `${rule.policy}#${rule.statement}`
    return [policies.some(({ name }) => name === whole) ? { kind: 'change', policy: whole } : rule]
  })
}

/** The rule as a sentence for the learner; with the policies of the start, a locked statement is called by its Sid. */
export function ruleWords(rule: Rule, start: readonly WorkspacePolicy[] = []): string {
  switch (rule.kind) {
    case 'change':
      return `Don't change the policy ${rule.policy}`
    case 'changeStatement': {
      const [locked] = lockedStatements([rule], start)
      const name = locked?.name ?? `statement ${rule.statement + 1}`
      return `Don't change ${name.startsWith('statement ') ? name : `the statement ${name}`} of ${rule.policy}`
    }
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

/** A statement that a rule locks. It is known by what it means, so it may be laid out anew and move within its policy. */
export interface LockedStatement {
  readonly policy: string
  /** Its place in the start, from zero. */
  readonly index: number
  readonly name: string
  readonly meaning: string
}

/** The statements that the rules lock in policies that are otherwise the learner's. */
export function lockedStatements(
  rules: readonly Rule[],
  start: readonly WorkspacePolicy[],
): readonly LockedStatement[] {
  return rules.flatMap((rule) => {
    if (rule.kind !== 'changeStatement') return []
    const text = start.find(({ name }) => name === rule.policy)?.text
    if (text === undefined) return []
    const source = readPolicy(text)
    const statement = source.draft?.statements[rule.statement]
    const found = statementMeanings(text, source)[rule.statement]
    if (!statement || !found) return []
    const { policy, statement: index } = rule
    return [{ policy, index, name: statementName(statement), meaning: found.meaning }]
  })
}

/** What judging a rule needs to know. */
export interface RuleSituation {
  /** The policies the lesson began with. */
  readonly start: readonly WorkspacePolicy[]
  readonly current: readonly WorkspacePolicy[]
  readonly locked: ReadonlySet<string>
  /** Statements of other policies that are not the learner's either. */
  readonly lockedStatements?: readonly LockedStatement[]
  /** The checks that have something to say about a policy; undefined while that is not known, which keeps the rule unmet. */
  readonly findings: (policy: WorkspacePolicy) => readonly string[] | undefined
}

/** Whether the current policies break the rule. */
export function isBroken(rule: Rule, situation: RuleSituation): boolean {
  const { start, current, locked, findings } = situation
  const unlocked = current.filter(({ name }) => !locked.has(name))
  const statements = unlocked.flatMap((policy) => ownStatements(policy, situation))
  const allows = statements.filter(({ effect }) => effect?.value === 'Allow')
  switch (rule.kind) {
    case 'change': {
      const before = start.find(({ name }) => name === rule.policy)
      const after = current.find(({ name }) => name === rule.policy)
      return before !== undefined && (!after || !sameMeaning(before, after))
    }
    case 'changeStatement': {
      const [statement] = lockedStatements([rule], start)
      const before = start.find(({ name }) => name === rule.policy)
      const after = current.find(({ name }) => name === rule.policy)
      if (!statement || !before) return false
      return (
        !after ||
        placeOf(before) !== placeOf(after) ||
        !statementMeanings(after.text).some(({ meaning }) => meaning === statement.meaning)
      )
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
      return unlocked.some((policy) => findings(policy)?.includes(rule.check) ?? true)
  }
}

/** The statements of a policy that are the learner's. */
function ownStatements(
  { name, text }: WorkspacePolicy,
  { lockedStatements: lockedOnes = [] }: RuleSituation,
): readonly Statement[] {
  const source = readPolicy(text)
  const statements = source.draft?.statements ?? []
  const locked = lockedOnes.filter(({ policy }) => policy === name)
  if (locked.length === 0) return statements
  const meanings = statementMeanings(text, source)
  return statements.filter(
    (_, index) => !locked.some(({ meaning }) => meaning === meanings[index]?.meaning),
  )
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
