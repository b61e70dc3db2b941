import {
  suggestActions,
  suggestContextKeys,
  suggestContextValues,
  suggestPrincipals,
  suggestResources,
  type Situation,
  type Suggestion,
} from '#language'
import { emptyReference } from '#reference'
import type { Scenario } from '#workspace'

/** What a box offers for a text. */
export type Suggest = (text: string) => readonly Suggestion[]

/** What each box of a request offers. */
export interface Suggestions {
  readonly actions: Suggest
  readonly resources: Suggest
  readonly arns: Suggest
  readonly services: Suggest
  readonly providers: Suggest
  readonly canonicalUsers: Suggest
  readonly contextKeys: Suggest
  readonly contextValues: (key: string) => Suggest
}

// Those that need no provider of their own in the account.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity
const providers: readonly Suggestion[] = [
  ['cognito-identity.amazonaws.com', 'Amazon Cognito'],
  ['accounts.google.com', 'Google'],
  ['www.amazon.com', 'Login with Amazon'],
  ['graph.facebook.com', 'Facebook'],
].map(([value = '', detail = '']) => ({ value, label: value, detail, matches: [] }))

/** The help for the boxes of one request of a workspace. */
export function suggestionsFor(scenario: Scenario, situation: Situation): Suggestions {
  const { reference = emptyReference, requests = [], sources = [] } = situation
  // The action that is being typed is none that is in use.
  const others = { sources, requests: requests.filter((one) => one !== scenario) }
  return {
    actions: (text) => suggestActions(text, reference, others),
    resources: (text) => suggestResources(scenario.action, reference, situation, text),
    arns: (text) => suggestPrincipals('AWS', reference, situation, text),
    services: (text) => suggestPrincipals('Service', reference, situation, text),
    providers: (text) => [
      ...suggestPrincipals('Federated', reference, situation, text),
      ...providers.filter(({ value }) => value.includes(text.trim())),
    ],
    canonicalUsers: (text) => suggestPrincipals('CanonicalUser', reference, situation, text),
    contextKeys: (text) => suggestContextKeys(text, reference, situation),
    contextValues: (key) => (text) => suggestContextValues(key, reference, situation, text),
  }
}
