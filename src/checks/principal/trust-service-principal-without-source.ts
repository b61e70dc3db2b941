import { defineCheck } from '../check.ts'
import { sourceFixes, unboundService } from './service-source.ts'

/** A role that a service may assume for any customer. EC2, Lambda and others do not say for whom, and are left alone. */
export default defineCheck({
  id: 'trust-service-principal-without-source',
  severity: 'suggestion',
  appliesTo: ['trust'],
  peers: ['iam-policy-validator'],
  needs: 'names',
  principal(pattern, context, statement) {
    const service = unboundService(pattern, statement, context)
    if (service?.source !== 'always') return
    context.report(
      pattern.span,
      `${pattern.value} may assume this role on behalf of any customer of ${service.product} who can name the role. A condition on aws:SourceAccount or aws:SourceArn says whose.`,
      { fixes: sourceFixes(service, statement, context) },
    )
  },
})
