import { defineCheck, fix } from '../check.ts'
import { documentNames } from '../elements.ts'

/** Without `Version` a policy is read as 2008-10-17, where `${…}` is plain text. */
export default defineCheck({
  id: 'missing-version',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  document({ span }, context) {
    if (documentNames(context, 'Version')) return
    const { edit, report } = context
    report(
      { start: span.start, end: span.start + 1 },
      'the policy has no "Version". IAM reads it as version 2008-10-17, where ${…} is plain text and no variable.',
      {
        fixes: [
          fix('Add "Version": "2012-10-17"', edit.insertMember(span, 'Version', '2012-10-17')),
        ],
      },
    )
  },
})
