import { typesOfAllow } from '../carried-keys.ts'
import { defineCheck } from '../check.ts'
import { reportListed } from './untagged-services.ts'

/** An Allow by tag that grants nothing for services without tags. */
export default defineCheck({
  id: 'allow-with-unsupported-tag-condition-key-for-service',
  severity: 'suggestion',
  appliesTo: typesOfAllow,
  peers: ['Access Analyzer'],
  needs: 'names',
  condition(clause, context, statement) {
    reportListed('Allow', clause, context, statement)
  },
})
