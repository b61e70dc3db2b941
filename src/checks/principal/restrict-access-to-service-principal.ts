import { defineCheck } from '../check.ts'
import { testsKey } from '../condition-clauses.ts'
import { networkKeys, sourceFixes, unboundService } from './service-source.ts'

/** A service that may be sent by anyone: it does not say on whose behalf it must come. */
export default defineCheck({
  id: 'restrict-access-to-service-principal',
  severity: 'security',
  appliesTo: ['resource'],
  peers: ['Access Analyzer', 'iam-policy-validator'],
  needs: 'names',
  principal(pattern, context, statement) {
    const service = unboundService(pattern, statement, context)
    // With a condition that was meant to say it, that condition has the finding.
    if (!service || testsKey(statement, ...networkKeys)) return
    context.report(
      pattern.span,
      `${pattern.value} may come on behalf of any customer: anyone's resource of ${service.product} can be used to reach this one. A condition on aws:SourceAccount or aws:SourceArn says whose.`,
      { fixes: sourceFixes(service, statement, context) },
    )
  },
})
