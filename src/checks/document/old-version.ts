import { defineCheck, fix } from '../check.ts'

/** Version 2008-10-17 in a policy that uses nothing which came later. */
export default defineCheck({
  id: 'old-version',
  severity: 'suggestion',
  appliesTo: 'all',
  peers: ['parliament', 'cfn-lint'],
  document({ version }, { source, edit, report }) {
    // With a variable in it the policy does not do what it says: that is another finding.
    if (version?.value !== '2008-10-17' || source.text.includes('${')) return
    report(
      version.span,
      '2008-10-17 is the old version of the policy language. Nothing breaks today, but a variable that is added later would be taken literally.',
      { fixes: [fix('Change to 2012-10-17', edit.replace(version.span, '2012-10-17'))] },
    )
  },
})
