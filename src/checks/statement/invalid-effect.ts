import { nearestName } from '#policy'
import { accessFix, defineCheck } from '../check.ts'

const effects = ['Allow', 'Deny']

/** An Effect is exactly `Allow` or `Deny`, case included. */
export default defineCheck({
  id: 'invalid-effect',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  statement({ effect }, { edit, report }) {
    if (!effect || effects.includes(effect.value)) return
    const near = nearestName(effect.value, effects)
    const sameLetters = near?.toLowerCase() === effect.value.toLowerCase()
    const hint = near
      ? `, did you mean "${near}"?${sameLetters ? ' Case matters here.' : ''}`
      : ', it must be "Allow" or "Deny".'
    report(effect.span, `"${effect.value}" is no Effect${hint} The statement decides nothing.`, {
      fixes: (near ? [near] : effects).map((value) =>
        accessFix(`Change to ${value}`, edit.replace(effect.span, value)),
      ),
    })
  },
})
