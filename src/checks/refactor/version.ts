import { accessFix, fix } from '../check.ts'
import type { Refactoring } from './spot.ts'

const newest = '2012-10-17'

/** The present version of the policy language. It changes what `${…}` means. */
export const newestVersion: Refactoring = ({ context }) => {
  const { document, edit, source } = context
  if (document.version?.value === newest) return []
  const edits = document.version
    ? edit.replace(document.version.span, newest)
    : edit.insertMember(document.span, 'Version', newest)
  const title = document.version ? `Change the Version to ${newest}` : `Add "Version": "${newest}"`
  return source.text.includes('${')
    ? [accessFix(`${title}, which makes variables of \${…}`, edits)]
    : [fix(title, edits)]
}
