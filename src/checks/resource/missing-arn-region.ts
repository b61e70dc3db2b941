import { accessFix, defineCheck, oncePerRun, type Context } from '../check.ts'
import { listed } from '../wording.ts'
import { allFill, isOpen, readArn, typesByResource, writeArn } from './arn.ts'

/** An empty region field where the resource's ARNs have a Region. */
export default defineCheck({
  id: 'missing-arn-region',
  severity: 'error',
  appliesTo: 'all',
  needs: 'details',
  peers: ['Access Analyzer'],
  resource({ value, span }, context) {
    const { edit, report } = context
    const arn = readArn(value)
    if (!arn || arn.region !== '') return
    const types = typesByResource(context, value)
    if (!types || !allFill(types, 'region')) return
    const used = regionInUse(context)
    const repaired = [...(used === undefined ? [] : [used]), '*'].map((region) =>
      writeArn(arn, { region }),
    )
    report(
      span,
      `an ARN of ${arn.service} of the type ${listed([...new Set(types.map(({ name }) => name))], 3)} has a Region, so this one matches nothing. "${repaired[0] ?? ''}" does.`,
      {
        fixes: repaired.map((better) =>
          accessFix(`Change to "${better}"`, edit.replace(span, better)),
        ),
      },
    )
  },
})

/** The Region that the other ARNs of the policy name, if they agree. */
const regionInUse = oncePerRun(({ document }: Context): string | undefined => {
  const named = new Set(
    document.statements
      .flatMap(({ resource }) => resource?.patterns ?? [])
      .map(({ value }) => readArn(value)?.region ?? '')
      .filter((region) => region !== '' && !isOpen(region)),
  )
  return named.size === 1 ? [...named][0] : undefined
})
