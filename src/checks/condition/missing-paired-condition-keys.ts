import { accessFix, defineCheck } from '../check.ts'
import { alsoRequire } from '../condition-edits.ts'
import { isKeyOf, testsKey } from '../condition-clauses.ts'

/** Keys whose values are unique only within what another key names. */
const pairs = [
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip
    key: 'aws:VpcSourceIp',
    partners: ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'],
    fix: { key: 'aws:SourceVpc', value: 'vpc-1a2b3c4d5e6f78901' },
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourceprivateip4
    key: 'aws:Ec2InstanceSourcePrivateIPv4',
    partners: ['aws:Ec2InstanceSourceVpc'],
    fix: { key: 'aws:Ec2InstanceSourceVpc', value: '${aws:SourceVpc}' },
  },
] as const

/** A private address says little without the network it is in: two VPCs may use the same range. */
export default defineCheck({
  id: 'missing-paired-condition-keys',
  severity: 'security',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition(clause, context, statement) {
    for (const pair of pairs) {
      if (!isKeyOf(clause, pair.key) || testsKey(statement, ...pair.partners)) continue
      context.report(
        clause.key.span,
        `"${clause.key.value}" is tested without ${pair.fix.key}. Every VPC can use the same private addresses, another account's included.`,
        {
          fixes: [
            accessFix(
              `Add a condition on ${pair.fix.key}`,
              alsoRequire(context, statement, 'StringEquals', pair.fix.key, pair.fix.value),
            ),
          ],
        },
      )
    }
  },
})
