import { readPolicy, type PolicySource, type Statement } from '#policy'
import { runScenario, type Scenario, type Workspace, type WorkspacePolicy } from '#workspace'
import { statementMeanings } from './meaning.ts'
import { dimensions, type Dimension, type RequestFacts } from './request-variants.ts'

type Policies = readonly WorkspacePolicy[]

/** A few tenths of a second on a slow machine. */
const mostTries = 3000
const mostChanges = 3

/**
 * A test that the lesson's solution passes and this answer fails: one of the requests with as little changed as possible. The
 * verdict of the solution is what it expects. Undefined when none was found, which does not prove that there is none.
 */
export function tellingRequest(
  lesson: Workspace,
  answer: Policies,
  facts: RequestFacts,
): Scenario | undefined {
  const solution = lesson.lesson?.solution
  if (!solution) return undefined
  const sources = new Map(
    [...solution, ...answer].map((policy) => [policy, readPolicy(policy.text)] as const),
  )
  const sourceOf = (policy: WorkspacePolicy) => sources.get(policy) ?? readPolicy(policy.text)
  const allowed = (policies: Policies, scenario: Scenario) =>
    runScenario({ policies }, scenario, sourceOf).decision.verdict === 'allow'
  const changed = [
    ...statementsApart(solution, answer, sourceOf),
    ...statementsApart(answer, solution, sourceOf),
  ]
  const bases = lesson.scenarios.slice(0, 24).map((scenario) => ({
    scenario,
    dimensions: dimensions(scenario, changed, facts),
  }))
  // What AWS would ask first; then anything, for where nothing is known every action fits no resource.
  for (const asked of [facts.fits, () => true]) {
    let tried = 0
    for (let changes = 0; changes <= mostChanges; changes++)
      for (const base of bases)
        for (const scenario of variants(base.scenario, base.dimensions, changes)) {
          if (!asked(scenario.action, scenario.resource.arn)) continue
          if (tried++ > mostTries) break
          const wanted = allowed(solution, scenario)
          if (wanted !== allowed(answer, scenario))
            return asTest(scenario, wanted ? 'allow' : 'deny', lesson.scenarios)
        }
  }
  return undefined
}

/** The statements of some policies that others lack. */
function statementsApart(
  of: Policies,
  lackedBy: Policies,
  sourceOf: (policy: WorkspacePolicy) => PolicySource,
): readonly Statement[] {
  return of.flatMap((policy) => {
    const other = lackedBy.find(({ name }) => name === policy.name)
    const known = new Set(
      other ? statementMeanings(other.text, sourceOf(other)).map(({ meaning }) => meaning) : [],
    )
    const source = sourceOf(policy)
    const meanings = statementMeanings(policy.text, source)
    return (source.draft?.statements ?? []).filter(
      (_, index) => !known.has(meanings[index]?.meaning ?? ''),
    )
  })
}

/** The request with exactly so many of its parts changed. */
function* variants(
  scenario: Scenario,
  [first, ...rest]: readonly Dimension[],
  changes: number,
): Generator<Scenario> {
  if (!first || changes === 0) {
    if (changes === 0) yield scenario
    return
  }
  for (const change of first.slice(1)) yield* variants(change(scenario), rest, changes - 1)
  yield* variants(scenario, rest, changes)
}

function asTest(
  { expect: _, reported: __, ...request }: Scenario,
  decision: 'allow' | 'deny',
  known: readonly Scenario[],
): Scenario {
  const names = new Set(known.map(({ name }) => name))
  const wanted = requestName(request)
  let name = wanted
  for (let number = 2; names.has(name); number++) name = `${wanted} ${number}`
  return { ...request, name, expect: { decision } }
}

/** "analyst · s3:GetObject · q3.csv": what a request is called until somebody says it as a sentence. */
function requestName({ principal, action, resource }: Omit<Scenario, 'name'>): string {
  const who =
    'arn' in principal
      ? lastWord(principal.arn)
      : 'service' in principal
        ? principal.service
        : 'federated' in principal
          ? lastWord(principal.federated)
          : 'canonicalUser' in principal
            ? principal.canonicalUser
            : 'anonymous'
  return [who, action, lastWord(resource.arn)].join(' · ')
}

const lastWord = (arn: string): string => arn.split(/[/:]/u).findLast((word) => word !== '') ?? arn
