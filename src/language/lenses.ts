import type { PolicySource, Span, Statement } from '#policy'
import { actionsMatching, type Action, type Reference } from '#reference'
import { actionCount, levelsInWords, someOf } from './listed-actions.ts'
import { counted } from './words.ts'

/** A few words that an editor shows behind a place of the text, without being part of it. */
export interface Lens {
  readonly kind: 'wildcard' | 'statement'
  /** What it is about; it is shown behind its end. */
  readonly span: Span
  /** "62 actions" */
  readonly words: string
  /** More of it, a sentence. */
  readonly tooltip: string
}

/** What wildcards match, and what statements come to. Nothing before the names are loaded. */
export function lenses({ draft }: PolicySource, reference: Reference): readonly Lens[] {
  if (!reference.names) return []
  return (draft?.statements ?? []).flatMap((statement) => lensesOf(statement, reference))
}

function lensesOf(statement: Statement, reference: Reference): readonly Lens[] {
  const { action } = statement
  const wildcards: Lens[] = []
  const all = new Map<string, Action>()
  for (const { value, span } of action?.patterns ?? []) {
    const actions = actionsMatching(reference, value)
    if (actions === 'notLoaded') continue
    // `*` needs no counting, here or in the sum.
    if (/^\**$/u.test(value)) continue
    for (const one of actions) all.set(one.id, one)
    if (/[*?]/u.test(value))
      wildcards.push({
        kind: 'wildcard',
        span,
        words: actionCount(actions.length),
        tooltip:
          actions.length === 0
            ? 'AWS lists no action that this matches.'
            : `${levelsInWords(actions)}: ${someOf(
                actions.map(({ name }) => name),
                10,
              )}.`,
      })
  }
  const sum = statementLens(statement, [...all.values()])
  return sum ? [sum, ...wildcards] : wildcards
}

/** What a statement comes to: "allows 14 actions on 2 resources, when 2 conditions hold". */
export function statementWords(statement: Statement, reference: Reference): string | undefined {
  if (!reference.names) return undefined
  return lensesOf(statement, reference).find(({ kind }) => kind === 'statement')?.words
}

/** "allows 14 actions on 2 resources, when 2 conditions hold": behind the effect of a statement that is about several actions. */
function statementLens(statement: Statement, actions: readonly Action[]): Lens | undefined {
  const { effect, action, resource, conditions } = statement
  if (!effect || !action || (effect.value !== 'Allow' && effect.value !== 'Deny')) return undefined
  const everything = action.patterns.some(({ value }) => /^\*+$/u.test(value))
  // One action is read as fast as its number.
  if (!everything && actions.length < 2) return undefined
  const what = everything ? 'every action' : actionCount(actions.length)
  const but = everything ? 'no action' : `all but ${actionCount(actions.length)}`
  const verb = effect.value === 'Allow' ? 'allows' : 'denies'
  return {
    kind: 'statement',
    span: effect.span,
    words: [
      `${verb} ${action.negated ? but : what}`,
      resource && ` on ${resourceWords(resource)}`,
      conditions.length > 0 &&
        `, when ${counted(conditions.length, 'condition')} ${conditions.length === 1 ? 'holds' : 'hold'}`,
    ]
      .filter(Boolean)
      .join(''),
    tooltip: everything || actions.length === 0 ? '' : `${levelsInWords(actions)}.`,
  }
}

function resourceWords({ patterns, negated }: NonNullable<Statement['resource']>): string {
  if (patterns.some(({ value }) => value === '*')) return negated ? 'nothing' : 'every resource'
  const several = counted(patterns.length, 'resource')
  return negated ? `all but ${several}` : several
}
