import { defineCheck } from '../check.ts'
import { reportFlaw } from './variables.ts'

/** `${key, 'default}`: a default value without both of its quotes. */
export default defineCheck({
  id: 'missing-quote-in-variable',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement(statement, context) {
    reportFlaw(
      statement,
      context,
      'quote',
      (raw, repaired) =>
        `the default value in "${raw}" needs a single quote on either side${repaired ? `: "${repaired}"` : ''}. The whole string matches nothing.`,
      quoted,
    )
  },
})

function quoted(raw: string): string | undefined {
  const [, key, fallback] = /^\$\{([^,']*),(.*)\}$/u.exec(raw) ?? []
  if (!key?.trim() || fallback === undefined) return undefined
  return `\${${key.trim()}, '${fallback.trim().replaceAll("'", '')}'}`
}
