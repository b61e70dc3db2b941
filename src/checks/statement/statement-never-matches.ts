import { defineCheck, fix } from '../check.ts'

/** A statement that excepts everything there is. */
export default defineCheck({
  id: 'statement-never-matches',
  severity: 'warning',
  appliesTo: 'all',
  peers: ['iam-policy-validator'],
  statement({ action, resource, principal, effect, span }, { edit, report }) {
    const everything = [
      action?.negated && action.patterns.find(({ value }) => /^\*+(?::\*+)?$/u.test(value)),
      resource?.negated && resource.patterns.find(({ value }) => /^\*+$/u.test(value)),
      principal?.negated &&
        principal.patterns.find(({ kind, value }) => kind === 'AWS' && value === '*'),
    ].find((found) => found)
    if (!everything) return
    const name =
      [action, resource, principal].find((clause) =>
        clause?.patterns.some((pattern) => pattern === everything),
      )?.key.value ?? ''
    const verb = effect?.value === 'Deny' ? 'denies' : 'allows'
    report(
      everything.span,
      `${name} "${everything.value}" excepts everything, so this statement never ${verb} anything.`,
      { fixes: [fix('Delete the statement', edit.deleteItems([span]))] },
    )
  },
})
