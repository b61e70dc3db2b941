import { accessFix, defineCheck } from '../check.ts'
import { isKeyOf } from '../condition-clauses.ts'
import { elementOf } from '../elements.ts'
import { withoutKey, type PlainStatement } from '../statement-edits.ts'
import { accountOf, networkKeys, unboundService } from './service-source.ts'

/** A service limited by where its calls come from, which is not what tells its customers apart. */
export default defineCheck({
  id: 'recommended-condition-key-for-service-principal',
  severity: 'suggestion',
  appliesTo: ['resource'],
  peers: ['Access Analyzer'],
  needs: 'names',
  condition(clause, context, statement) {
    const { document, edit, report } = context
    const principals = statement.principal?.patterns ?? []
    if (!isKeyOf(clause, ...networkKeys) || principals.length === 0) return
    if (!principals.every((pattern) => unboundService(pattern, statement, context))) return
    const services = principals.length === 1 ? (principals[0]?.value ?? '') : 'services'
    const account =
      accountOf(context) ?? (document.variables ? '${aws:ResourceAccount}' : undefined)
    const condition = elementOf(context, statement, 'Condition')?.value
    const replaced = (copy: PlainStatement) => {
      const rest = withoutKey(copy, clause.operatorName.value, clause.key.value)['Condition']
      const others = (rest ?? {}) as Readonly<Record<string, object>>
      return {
        ...others,
        StringEquals: { ...others['StringEquals'], 'aws:SourceAccount': account },
      }
    }
    report(
      clause.key.span,
      `${clause.key.value} says where a call comes from, and a call by ${services} comes from AWS whoever it is for. aws:SourceAccount and aws:SourceArn say for whom.`,
      {
        fixes: [
          condition && account !== undefined
            ? accessFix(
                'Replace by aws:SourceAccount',
                edit.rewrite(condition.span, (value) => replaced({ Condition: value })),
              )
            : undefined,
        ],
      },
    )
  },
})
