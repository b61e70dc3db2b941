import { statementName, type PolicyType } from '#policy'
import type { Decision, Step } from '#evaluator'
import { notConsultedWords } from './reasons.ts'
import type { Sources } from './statement-place.ts'
import { counted, listed, sentence, typeLabels, typeNames } from './words.ts'

/** One kind of policy, at one level of the organization, and what it says to the request. */
export interface LayerWords {
  readonly type: PolicyType
  readonly level?: string
  /** "Identity", "SCP at root". */
  readonly label: string
  readonly outcome: Step['outcome']
  /** One sentence. */
  readonly words: string
}

/** What one layer says. */
export function layerWords(step: Step, decision: Decision, sources: Sources): LayerWords {
  const { type, level, outcome } = step
  return {
    type,
    ...(level === undefined ? {} : { level }),
    label: layerLabel(step, decision),
    outcome,
    words: outcomeWords(step, sources),
  }
}

/** "Identity", "SCP at root", and for a resource policy what it is called where it is special. */
export function layerLabel(
  { type, level }: Pick<Step, 'type' | 'level'>,
  { rule }: Decision,
): string {
  if (type === 'resource' && rule === 'roleTrust') return 'Trust policy'
  if (type === 'resource' && rule === 'keyPolicy') return 'Key policy'
  return level === undefined ? typeLabels[type] : `${typeLabels[type]} at ${level}`
}

function outcomeWords(step: Step, sources: Sources): string {
  switch (step.outcome) {
    case 'denies':
      return `${matching(step, 'Deny')} this request.`
    case 'allows':
      return `${matching(step, 'Allow')} this request.`
    case 'silent':
      return silentWords(step.type)
    case 'notConsulted':
      return `Not consulted: ${listed([...new Set(reasons(step, sources))])}.`
    case 'absent':
      return absentWords[step.type]
  }
}

function matching({ policies }: Step, effect: 'Allow' | 'Deny'): string {
  const statements = policies
    .filter(({ notConsulted }) => notConsulted === undefined)
    .flatMap((policy) => policy.statements)
    .filter(({ applies, statement }) => applies && statement.effect?.value === effect)
    .map(({ statement, ref }) => `${statementName(statement)} in ${ref.policy}`)
  const verb = effect === 'Allow' ? 'allow' : 'deny'
  const [first, second] = statements
  if (first === undefined) return `The default ${verb === 'allow' ? 'allows' : 'denies'}`
  if (second === undefined) return `${sentence(first)} ${verb === 'allow' ? 'allows' : 'denies'}`
  return statements.length === 2
    ? `${sentence(first)} and ${second} ${verb}`
    : `${sentence(first)} and ${counted(statements.length - 1, 'other')} ${verb}`
}

function silentWords(type: PolicyType): string {
  return type === 'rcp' ? 'No statement denies this request.' : `No statement matches this request.`
}

function reasons({ policies }: Step, sources: Sources): string[] {
  return policies.flatMap(({ policy, notConsulted }) =>
    notConsulted === undefined
      ? []
      : [notConsultedWords(notConsulted, sources.get(policy.name)?.text)],
  )
}

/** What it means that there is none. */
const absentWords: Readonly<Record<PolicyType, string>> = {
  identity: `No ${typeNames.identity}: nothing here can allow.`,
  resource: `No ${typeNames.resource}: nothing here can allow.`,
  boundary: 'No boundary, so nothing is held back.',
  session: 'No session policy, so nothing is held back.',
  scp: 'No SCP, so nothing is held back.',
  rcp: 'No RCP, so nothing is held back.',
  endpoint: 'No endpoint policy: the default one allows everything.',
}
