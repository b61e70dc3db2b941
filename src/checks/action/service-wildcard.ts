import { actionsMatching, type Action } from '#reference'
import { accessFix, defineCheck, fix } from '../check.ts'

/** `service:*` in an Allow: all a service can do, and will be able to do. */
export default defineCheck({
  id: 'service-wildcard',
  severity: 'suggestion',
  appliesTo: ['identity', 'resource'],
  peers: ['cloudsplaining', 'iam-policy-validator'],
  needs: 'names',
  action({ value, span }, { edit, reference, report }, { action, effect }) {
    if (effect?.value !== 'Allow' || action?.negated || !/^[^*?:]+:\*+$/u.test(value)) return
    const found = actionsMatching(reference, value)
    // An unknown service has its finding already.
    if (found !== 'notLoaded' && found.length === 0) return
    const actions = found === 'notLoaded' ? [] : found
    const names = (some: readonly Action[]) => some.map(({ id }) => id)
    const reads = actions.filter(
      ({ accessLevel }) => accessLevel === 'List' || accessLevel === 'Read',
    )
    report(span, `"${value}" allows ${extent(actions)}, and what AWS adds to the service later.`, {
      fixes: [
        actions.length > 0
          ? fix(`Expand to its ${actions.length} actions`, edit.replaceItem(span, names(actions)))
          : undefined,
        reads.length > 0 && reads.length < actions.length
          ? accessFix(
              `Expand to the ${reads.length} actions that only read`,
              edit.replaceItem(span, names(reads)),
            )
          : undefined,
      ],
    })
  },
})

function extent(actions: readonly Action[]): string {
  if (actions.length === 0) return 'every action of the service'
  const count = (level: Action['accessLevel']) =>
    actions.filter(({ accessLevel }) => accessLevel === level).length
  const [writes, permissions] = [count('Write') + count('Tagging'), count('Permissions management')]
  const parts = [
    writes > 0 ? `${writes} that write` : '',
    permissions > 0 ? `${permissions} that manage permissions` : '',
  ].filter((part) => part !== '')
  return `all ${actions.length} actions of the service${parts.length > 0 ? `, ${parts.join(' and ')} among them` : ''}`
}
