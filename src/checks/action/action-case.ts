import type { Fix } from '#policy'
import { findAction, findService, splitAction, type Reference } from '#reference'
import { defineCheck, fix, oncePerRun, type Context } from '../check.ts'
import { remembered } from '../remembered.ts'

/** An action in other letter case than AWS documents it. IAM ignores case; people who search do not. */
export default defineCheck({
  id: 'action-case',
  severity: 'suggestion',
  appliesTo: 'all',
  needs: 'names',
  peers: [],
  action({ value, span }, context) {
    const spelled = asDocumented(context)(value)
    if (spelled === undefined || spelled === value) return
    context.report(
      span,
      `"${value}" is documented as "${spelled}". IAM ignores case, so it works; a search for the documented name does not find it.`,
      {
        fixes: [
          fix(`Change to "${spelled}"`, context.edit.replace(span, spelled)),
          respellAll(context),
        ],
      },
    )
  },
})

/** The spelling AWS uses; of a pattern only the prefix has one. Undefined for what does not exist. */
const asDocumented = remembered((reference: Reference, written): string | undefined => {
  const { prefix, name } = splitAction(written)
  if (/[*?]/u.test(name)) {
    const service = findService(reference, prefix)
    return typeof service === 'string' ? undefined : `${service.prefix}:${name}`
  }
  const action = findAction(reference, written)
  return typeof action === 'string' ? undefined : action.id
})

/** One fix for every action of the document that is spelled otherwise, shared by their findings; a policy may hold thousands. */
const respellAll = oncePerRun((context: Context): Fix | undefined => {
  const { document, edit } = context
  const misspelt = document.statements.flatMap(
    ({ action }) =>
      action?.patterns.flatMap(({ value, span }) => {
        const spelled = asDocumented(context)(value)
        return spelled === undefined || spelled === value ? [] : [{ spelled, span }]
      }) ?? [],
  )
  return misspelt.length > 1
    ? fix(
        'Respell all actions',
        misspelt.flatMap(({ span, spelled }) => edit.replace(span, spelled)),
      )
    : undefined
})
