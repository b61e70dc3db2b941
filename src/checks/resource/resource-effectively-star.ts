import { splitAction } from '#reference'
import { accessFix, defineCheck } from '../check.ts'
import { readArn } from './arn.ts'

/** A resource that reads as a restriction and takes in everything its actions could be used on. */
export default defineCheck({
  id: 'resource-effectively-star',
  severity: 'suggestion',
  appliesTo: ['identity', 'resource'],
  peers: ['parliament'],
  resource({ value, span }, { edit, report }, { action, resource }) {
    if (!action || action.negated || resource?.negated) return
    const arn = readArn(value)
    const whole = arn
      ? /^\*+$/u.test(arn.resource) &&
        [arn.region, arn.account].every((field) => /^\**$/u.test(field)) &&
        /^(?:aws|\*+)$/u.test(arn.partition)
      : /^arn:(?:aws:?)?\*+$/u.test(value)
    if (!whole) return
    const service = arn?.service ?? '*'
    // Services that nothing else in the statement is about are excluded, and that is a restriction.
    const excludesNone =
      /^\*+$/u.test(service) ||
      (action.patterns.length > 0 &&
        action.patterns.every(
          (pattern) => splitAction(pattern.value).prefix.toLowerCase() === service,
        ))
    if (!excludesNone) return
    report(
      span,
      `"${value}" excludes nothing that the actions of this statement could be used on. It reads as a restriction and is none.`,
      // `*` also lets in those actions of the statement that cannot be limited to a resource.
      { fixes: [accessFix('Write "*"', edit.replace(span, '*'))] },
    )
  },
})
