import { nearestName } from '#policy'
import {
  allServices,
  findAction,
  findService,
  permissionOfOperation,
  type Action,
  type Service,
} from '#reference'
import { meaningOf, servicesNamed } from '../action-meaning.ts'
import { accessFix, defineCheck, type Context } from '../check.ts'
import { matchesNothing } from '../wording.ts'

/** An action that its service does not have. */
export default defineCheck({
  id: 'invalid-action',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament', 'cfn-lint', 'iam-policy-validator'],
  needs: 'names',
  action({ value, span }, context, statement) {
    const meaning = meaningOf(context)(value)
    if (meaning.kind !== 'unknownAction') return
    const permission = permissionOfOperation(context.reference, value)
    const isOperation = typeof permission !== 'string'
    const meant = isOperation ? permission : actionMeant(context, meaning.service, meaning.name)
    const start = isOperation
      ? `"${value}" is the name of an API operation; the action that allows it is "${permission.id}".`
      : `unknown action "${value}"${meant ? `, did you mean "${meant.id}"?` : '.'}`
    context.report(span, `${start} No action matches, so ${matchesNothing(statement)}.`, {
      fixes: [
        meant
          ? accessFix(`Change to "${meant.id}"`, context.edit.replace(span, meant.id))
          : undefined,
      ],
    })
  },
})

/** The nearest action of the service; else the one of that name, or nearly, of another service, those used elsewhere first. */
function actionMeant(context: Context, service: Service, name: string): Action | undefined {
  const { reference } = context
  const near = nearestIn(service, name)
  if (near) return near
  const used = servicesNamed(context)
  const all = allServices(reference)
  const prefixes = new Set([
    ...used,
    ...(all === 'notLoaded' ? [] : all.map(({ prefix }) => prefix)),
  ])
  for (const prefix of prefixes) {
    const action = findAction(reference, `${prefix}:${name}`)
    if (typeof action !== 'string') return action
  }
  for (const prefix of used) {
    const other = findService(reference, prefix)
    const action = typeof other === 'string' ? undefined : nearestIn(other, name)
    if (action) return action
  }
  return undefined
}

function nearestIn({ actions }: Service, name: string): Action | undefined {
  const near = nearestName(
    name,
    actions.map((action) => action.name),
  )
  return actions.find((action) => action.name === near)
}
