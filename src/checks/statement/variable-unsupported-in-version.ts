import { accessFix, defineCheck, oncePerRun, type Context } from '../check.ts'
import { documentNames } from '../elements.ts'
import { stringsWithVariables } from './variables.ts'

/** A variable in a policy whose version knows none. */
export default defineCheck({
  id: 'variable-unsupported-in-version',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer', 'parliament'],
  statement(statement, context) {
    const old = oldVersion(context)
    if (old === undefined) return
    for (const { value, span } of stringsWithVariables(statement)) {
      const variable = /\$\{[^}]*\}?/u.exec(value)?.[0] ?? '${'
      context.report(
        span,
        `"${variable}" is plain text ${old}: it is compared character by character and will never match. Variables need "Version": "2012-10-17".`,
        { fixes: [accessFix('Set Version to 2012-10-17', newVersion(context))] },
      )
    }
  },
})

/** In which version variables are text, in words; undefined where they are variables, or the version is a mistake of its own. */
function oldVersion(context: Context): string | undefined {
  const { version } = context.document
  if (version) return version.value === '2008-10-17' ? 'in version 2008-10-17' : undefined
  return documentNames(context, 'Version') ? undefined : 'in a policy without "Version"'
}

const newVersion = oncePerRun(({ document, edit }: Context) =>
  document.version
    ? edit.replace(document.version.span, '2012-10-17')
    : edit.insertMember(document.span, 'Version', '2012-10-17'),
)
