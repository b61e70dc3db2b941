import { actionDetails, type Action } from '#reference'
import { defineCheck } from '../check.ts'
import { listed } from '../wording.ts'
import { contentOf, credentialsOf, opensResource } from './sensitive-actions.ts'
import { narrowResource, wideEntries } from './wide-actions.ts'

/** Has a finding that says more. */
const toldElsewhere = new Set(['iam:PassRole', 'iam:CreateServiceLinkedRole'])

function isOtherWrite(action: Action): boolean {
  if (action.accessLevel === 'Read' || action.accessLevel === 'List') return false
  if (toldElsewhere.has(action.id) || opensResource(action)) return false
  return contentOf(action) === undefined && credentialsOf(action) === undefined
}

/** Changing things on every resource, where they could be named. There are many such policies, so it runs only when asked for. */
export default defineCheck({
  id: 'infrastructure-modification',
  severity: 'suggestion',
  appliesTo: ['identity'],
  peers: ['cloudsplaining', 'cfn-lint'],
  needs: 'details',
  offByDefault: true,
  statement(statement, context) {
    for (const wide of wideEntries(statement, context, isOtherWrite)) {
      const { entry, actions } = wide
      const types = new Set(
        actions.flatMap(({ id }) => {
          const details = actionDetails(context.reference, id)
          return typeof details === 'string'
            ? []
            : details.resourceTypes.map(({ type }) => type.name)
        }),
      )
      const [only] = actions
      const fact =
        actions.length === 1 && only?.id.toLowerCase() === entry.value.toLowerCase()
          ? `${only.id} is allowed on every resource`
          : `"${entry.value}" includes ${actions.length === 1 ? 'an action that changes things' : `${actions.length} actions that change things`}, here on every resource`
      const way =
        types.size === 0
          ? 'Resource can name some.'
          : `Resource can name some, of ${types.size === 1 ? 'the type' : 'the types'} ${listed([...types])}.`
      context.report(entry.span, `${fact}. ${way}`, {
        fixes: [narrowResource(context, statement, wide)],
      })
    }
  },
})
