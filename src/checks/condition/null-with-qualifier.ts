import { accessFix, defineCheck } from '../check.ts'

/** `ForAllValues:Null` is always true, `ForAnyValue:Null` always false: neither asks anything. */
export default defineCheck({
  id: 'null-with-qualifier',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ conditions, effect }, { edit, report }) {
    const seen = new Set<number>()
    for (const { operator, operatorName } of conditions) {
      if (operator?.base !== 'Null' || !operator.set || seen.has(operatorName.span.start)) continue
      seen.add(operatorName.span.start)
      const always = operator.set === 'ForAllValues'
      const verb = effect?.value === 'Deny' ? 'denies' : 'allows'
      report(
        operatorName.span,
        `${operatorName.value} is always ${always ? 'true, so this condition restricts nothing' : `false, so this statement never ${verb} anything`}. Null asks about the key as a whole and takes no prefix.`,
        {
          fixes: conditions.some((other) => other.operatorName.value === 'Null')
            ? []
            : [accessFix('Change to Null', edit.replace(operatorName.span, 'Null'))],
        },
      )
    }
  },
})
