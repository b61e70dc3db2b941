import type { Located } from '#policy'
import { findAction, findService, splitAction, type Reference } from '#reference'
import { defineCheck, fix, oncePerRun, type Context } from '../check.ts'

/** An action in other letter case than AWS documents it. IAM ignores case; people who search do not. */
export default defineCheck({
  id: 'action-case',
  severity: 'suggestion',
  appliesTo: 'all',
  needs: 'names',
  peers: [],
  action({ value, span }, context) {
    const spelled = asDocumented(value, context.reference)
    if (spelled === undefined || spelled === value) return
    const all = misspelt(context)
    context.report(
      span,
      `"${value}" is documented as "${spelled}". IAM ignores case, so it works; a search for the documented name does not find it.`,
      {
        fixes: [
          fix(`Change to "${spelled}"`, context.edit.replace(span, spelled)),
          all.length > 1
            ? fix(
                'Respell all actions',
                all.flatMap((one) => context.edit.replace(one.span, one.value)),
              )
            : undefined,
        ],
      },
    )
  },
})

/** The spelling AWS uses; of a pattern only the prefix has one. Undefined for what does not exist. */
function asDocumented(written: string, reference: Reference): string | undefined {
  const { prefix, name } = splitAction(written)
  if (/[*?]/u.test(name)) {
    const service = findService(reference, prefix)
    return typeof service === 'string' ? undefined : `${service.prefix}:${name}`
  }
  const action = findAction(reference, written)
  return typeof action === 'string' ? undefined : action.id
}

/** Every action of the document that is spelled otherwise, with the documented spelling. */
const misspelt = oncePerRun(({ document, reference }: Context): readonly Located<string>[] =>
  document.statements.flatMap(
    ({ action }) =>
      action?.patterns.flatMap(({ value, span }) => {
        const spelled = asDocumented(value, reference)
        return spelled === undefined || spelled === value ? [] : [{ value: spelled, span }]
      }) ?? [],
  ),
)
