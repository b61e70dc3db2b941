import { defineCheck, fix } from '../check.ts'
import { cleanedSid, freeSid } from './sids.ts'

/** A Sid with a character other than a letter or digit. Resource policies are not so strict. */
export default defineCheck({
  id: 'unsupported-sid',
  severity: 'error',
  appliesTo: ['identity', 'boundary', 'session', 'scp', 'rcp'],
  peers: ['Access Analyzer', 'parliament'],
  statement({ sid }, { document, edit, report }) {
    const wrong = sid && /[^A-Za-z0-9]/u.exec(sid.value)?.[0]
    if (!sid || wrong === undefined) return
    const cleaned = cleanedSid(sid.value)
    const better = cleaned && freeSid(document, cleaned)
    report(
      sid.span,
      `the Sid "${sid.value}" has ${/\s/u.test(wrong) ? 'a space' : `"${wrong}"`} in it. A Sid consists of letters A–Z, a–z and digits here${better ? `: "${better}"` : ''}.`,
      { fixes: [better ? fix(`Change to ${better}`, edit.replace(sid.span, better)) : undefined] },
    )
  },
})
