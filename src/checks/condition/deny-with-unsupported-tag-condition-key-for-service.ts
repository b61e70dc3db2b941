import { typesOfDeny } from '../carried-keys.ts'
import { defineCheck } from '../check.ts'
import { reportListed } from './untagged-services.ts'

/** A Deny by tag that does not reach the actions of services without tags. */
export default defineCheck({
  id: 'deny-with-unsupported-tag-condition-key-for-service',
  severity: 'security',
  appliesTo: typesOfDeny,
  peers: ['Access Analyzer'],
  needs: 'names',
  condition(clause, context, statement) {
    reportListed('Deny', clause, context, statement)
  },
})
