import { typesOfAllow } from '../carried-keys.ts'
import { defineCheck } from '../check.ts'
import { reportLeftIn } from './untagged-services.ts'

/** An Allow by tag of everything but a few actions, which grants nothing for services without tags. */
export default defineCheck({
  id: 'allow-notaction-with-unsupported-tag-condition-key-for-service',
  severity: 'suggestion',
  appliesTo: typesOfAllow,
  peers: ['Access Analyzer'],
  needs: 'names',
  condition(clause, context, statement) {
    reportLeftIn('Allow', clause, context, statement)
  },
})
