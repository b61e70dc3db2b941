import type { IconName } from '#controls'
import type { Decision, Verdict } from '#evaluator'
import { explainVerdict, type LayerWords } from '#language'
import { readPolicy, type PolicySource } from '#policy'
import { principalFromArn } from '#request'
import { runScenario, type Scenario, type Workspace, type WorkspacePolicy } from '#workspace'

/** What is answered to a request, ready to be drawn. */
export interface Answer {
  readonly heading: string
  readonly sentence: string
  readonly icon: IconName
  readonly look: 'allow' | 'explicit-deny' | 'implicit-deny'
  readonly notes: readonly string[]
  readonly layers: readonly LayerWords[]
  /** Undefined while nothing is decided. */
  readonly decision: Decision | undefined
}

const looks: Readonly<Record<Verdict, Pick<Answer, 'icon' | 'look'>>> = {
  allow: { icon: 'allow', look: 'allow' },
  explicitDeny: { icon: 'explicitDeny', look: 'explicit-deny' },
  implicitDeny: { icon: 'implicitDeny', look: 'implicit-deny' },
}

const open = (heading: string, sentence: string): Answer => ({
  heading,
  sentence,
  icon: 'open',
  look: 'implicit-deny',
  notes: [],
  layers: [],
  decision: undefined,
})

/** Reads each policy once, however often it is asked for. */
export function policyReader(): (policy: WorkspacePolicy) => PolicySource {
  const known = new WeakMap<WorkspacePolicy, PolicySource>()
  return (policy) => {
    const source = known.get(policy) ?? readPolicy(policy.text)
    known.set(policy, source)
    return source
  }
}

/** What the policies answer to a request. */
export function answerTo(
  { policies }: Workspace,
  scenario: Scenario | undefined,
  sourceOf: (policy: WorkspacePolicy) => PolicySource,
): Answer {
  const written = policies.filter(({ enabled, text }) => enabled && text.trim() !== '')
  if (written.length === 0) return open('Nothing to evaluate yet', 'There is no policy text.')
  const unread = written.find((policy) => sourceOf(policy).document === undefined)
  if (unread) {
    const fault = sourceOf(unread).problems.find(({ severity }) => severity === 'error')
    return open(
      'Not evaluated',
      fault
        ? `${unread.name}, line ${lineOf(unread.text, fault.span.start)}: ${fault.message}`
        : `${unread.name} can’t be read as a policy.`,
    )
  }
  if (!scenario) return open('Nothing is asked', 'A verdict answers a request, and there is none.')
  if (!isComplete(scenario))
    return open('Not evaluated', 'The request isn’t complete, so there is nothing to decide yet.')
  const { decision } = runScenario({ policies }, scenario, sourceOf)
  const sources = new Map(policies.map((policy) => [policy.name, sourceOf(policy)]))
  const { heading, sentence, layers, notes } = explainVerdict(decision, sources)
  return { heading, sentence, layers, notes, decision, ...looks[decision.verdict] }
}

function isComplete({ principal, action, resource }: Scenario): boolean {
  const named = 'arn' in principal ? principalFromArn(principal.arn) !== undefined : true
  return named && /^[^:\s]+:\S+$/u.test(action.trim()) && resource.arn.trim() !== ''
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
