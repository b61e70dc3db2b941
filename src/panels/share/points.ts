import { statementName } from '#policy'
import type { Focus } from '#share'
import { explanationOf, shownDecision, sourceOf, sourcesOf, type AppState } from '#store'

/** Something that a link can point at, as a choice. */
export interface Point {
  readonly value: string
  readonly text: string
  readonly focus: Focus | undefined
}

/** What the link can point at: nothing, the request on screen, the statement at the caret, else the ones that decide. */
export function pointsOf(state: AppState): readonly Point[] {
  const { workspace, selectedScenario: index } = state
  const scenario = workspace.scenarios[index]
  const statements = statementAtCaret(state) ?? decidingStatements(state)
  return [
    { value: 'whole', text: 'The whole workspace', focus: undefined },
    ...(scenario
      ? [
          {
            value: 'request',
            text: `This request: ${scenario.name.slice(0, longest)}`,
            focus: { kind: 'request', index } as const,
          },
        ]
      : []),
    ...statements.map(({ policy, statement, name }): Point => ({
      value: `statement ${statement} ${policy}`,
      text: `This statement: ${name.slice(0, longest)} (${policy.slice(0, longest)})`,
      focus: {
        kind: 'statement',
        ref: { policy, statement },
        ...(index > 0 ? { request: index } : {}),
      },
    })),
  ]
}

/** A choice is one line. */
const longest = 60

interface NamedStatement {
  readonly policy: string
  readonly statement: number
  readonly name: string
}

function statementAtCaret({
  workspace,
  caret,
}: Pick<AppState, 'workspace' | 'caret'>): readonly NamedStatement[] | undefined {
  const policy = workspace.policies.find(({ name }) => name === caret?.policy)
  const statement =
    policy &&
    sourceOf(policy).document?.statements.find(
      ({ span }) => caret && span.start <= caret.offset && caret.offset <= span.end,
    )
  return (
    statement && [
      { policy: policy.name, statement: statement.index, name: statementName(statement) },
    ]
  )
}

function decidingStatements(state: AppState): readonly NamedStatement[] {
  const decision = shownDecision(state)
  if (!decision) return []
  const { statements } = explanationOf(decision, sourcesOf(state.workspace.policies))
  return statements.slice(0, 3).map(({ ref, name }) => ({ ...ref, name }))
}
