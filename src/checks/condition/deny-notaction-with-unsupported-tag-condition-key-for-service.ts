import { typesOfDeny } from '../carried-keys.ts'
import { defineCheck } from '../check.ts'
import { reportLeftIn } from './untagged-services.ts'

/** A Deny by tag of everything but a few actions, which services without tags escape. */
export default defineCheck({
  id: 'deny-notaction-with-unsupported-tag-condition-key-for-service',
  severity: 'security',
  appliesTo: typesOfDeny,
  peers: ['Access Analyzer'],
  needs: 'names',
  condition(clause, context, statement) {
    reportLeftIn('Deny', clause, context, statement)
  },
})
