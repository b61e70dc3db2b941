import { requestSentence } from '#language'
import type { Exhibit } from '#share'
import { explanationOf, shownDecision, sourcesOf, type AppState } from '#store'
import { policyTypeWords } from '../policies/policy-types.ts'

/** More policies than anybody reads in a ticket; the link holds all of them. */
const mostPolicies = 12

/** What is on screen, as an export shows it. */
export function exhibitOf(state: AppState, link: string): Exhibit {
  const { title, policies, scenarios } = state.workspace
  const scenario = scenarios[state.selectedScenario]
  const decision = shownDecision(state)
  const words = decision && explanationOf(decision, sourcesOf(policies))
  return {
    ...(title ? { title } : {}),
    policies: policies
      .filter(({ enabled }) => enabled)
      .slice(0, mostPolicies)
      .map(({ name, type, text }) => ({ name, kind: policyTypeWords[type].name, text })),
    ...(scenario
      ? {
          request: `${requestSentence(scenario)
            .map(({ full, text }) => full ?? text)
            .join('')}${contextInWords(scenario.context)}`,
        }
      : {}),
    ...(words ? { verdict: `${words.heading}. ${words.sentence}` } : {}),
    link,
  }
}

function contextInWords(
  context: Readonly<Record<string, string | readonly string[]>> = {},
): string {
  const parts = Object.entries(context).map(([key, value]) => `${key} = ${String(value)}`)
  return parts.length > 0 ? `, with ${parts.join(', ')}` : ''
}
