import { defineCheck, fix } from '../check.ts'

/** A bare number or Boolean under a String operator; IAM compares text there. */
export default defineCheck({
  id: 'type-mismatch-string',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  condition({ operator, values }, { edit, jsonAt, report }) {
    if (operator?.entry.family !== 'string') return
    for (const { value, span } of values) {
      const kind = jsonAt(span)?.kind
      if (kind !== 'number' && kind !== 'boolean') continue
      const leading = kind === 'number' && /^\d{12}$/u.test(value)
      report(
        span,
        `${value} is a ${kind === 'number' ? 'number' : 'Boolean'}; ${operator.name} compares text. Quotes make it "${value}"${
          leading ? ', and keep the zeros an account number can begin with.' : '.'
        }`,
        { fixes: [fix('Put it in quotes', edit.replace(span, value))] },
      )
    }
  },
})
