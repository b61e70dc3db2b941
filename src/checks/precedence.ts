import type { Finding, PolicyDocument, Span, Statement } from '#policy'

/**
 * One mistake, one finding: what is silent because something else already says it. Shape errors of an ARN keep it out of the
 * comparison with actions; the checks that compare leave such ARNs out by this table too.
 */
interface Replacement {
  readonly winners: readonly string[]
  /** `everything`: every other finding; `security`: those of that severity, and their lesser kin. */
  readonly losers: 'everything' | 'security' | readonly string[]
  /** How near the two must be. `string`: on the same text; `condition`: on the same operator and key. */
  readonly within: 'string' | 'condition' | 'statement'
}

/** ARNs of which some field is wrong in itself. */
const arnShapeErrors: readonly string[] = [
  'invalid-arn-prefix',
  'missing-arn-field',
  'invalid-partition',
  'invalid-arn-service-case',
  'invalid-arn-account',
  'invalid-region',
  'invalid-service',
  'invalid-arn-resource',
  'arn-account-not-allowed',
  'arn-region-not-allowed',
  'missing-arn-region',
]

const flawsOfVariables = [
  'missing-brace-in-variable',
  'missing-quote-in-variable',
  'unsupported-space-in-variable',
  'empty-variable',
]

const replacements: readonly Replacement[] = [
  { winners: ['template-placeholder'], losers: 'everything', within: 'string' },
  { winners: ['full-admin'], losers: 'security', within: 'statement' },
  {
    winners: arnShapeErrors,
    losers: [
      'resource-action-mismatch',
      'resource-matches-no-action',
      'resource-effectively-star',
      'redundant-resource',
      'unsupported-resource-arn-in-policy',
    ],
    within: 'string',
  },
  {
    winners: ['variable-unsupported-in-element', 'double-colon-in-action'],
    losers: [
      'invalid-action-format',
      'invalid-service-in-action',
      'invalid-action',
      'wildcard-matches-no-action',
      ...flawsOfVariables,
      'unknown-variable',
    ],
    within: 'string',
  },
  {
    winners: ['invalid-action-format'],
    losers: ['invalid-service-in-action', 'invalid-action', 'wildcard-matches-no-action'],
    within: 'string',
  },
  {
    // What matches nothing as it stands is not redundant: its author meant something by it.
    winners: [
      'variable-unsupported-in-element',
      'double-colon-in-action',
      'invalid-action-format',
      'invalid-service-in-action',
      'invalid-action',
      'wildcard-matches-no-action',
    ],
    losers: ['redundant-action'],
    within: 'string',
  },
  {
    winners: flawsOfVariables,
    losers: [...arnShapeErrors, 'redundant-resource', 'resource-matches-no-action'],
    within: 'string',
  },
  {
    winners: ['variable-unsupported-in-version', 'invalid-variable-for-operator'],
    losers: [...flawsOfVariables, 'unknown-variable'],
    within: 'string',
  },
  {
    winners: ['unsupported-action-in-policy', 'unsupported-resource-arn-in-policy'],
    losers: [
      'action-without-resource-support',
      'resource-action-mismatch',
      'resource-matches-no-action',
    ],
    within: 'string',
  },
  {
    winners: ['forallvalues-with-single-valued-key'],
    losers: ['for-all-values-in-allow-without-null-check'],
    within: 'condition',
  },
  {
    // The one principal of a resource control policy is "*"; what else is wrong with another does not matter.
    winners: ['rcp-syntax-error-principal'],
    losers: [
      'invalid-principal-format',
      'invalid-service-principal-format',
      'unsupported-wildcard-in-principal',
      'federated-principal-not-supported',
      'invalid-role-reference',
      'invalid-user-reference',
    ],
    within: 'statement',
  },
  { winners: ['redundant-statement'], losers: ['shadowed-statement'], within: 'statement' },
]

/** Severity aside, these say that a statement grants much; under `full-admin` they would only repeat it. */
const lesserKin = /^(?:create-slr-|service-wildcard$|infrastructure-modification$)/u

/** The findings that remain when each mistake is told once. */
export function withoutReplaced(
  findings: readonly Finding[],
  document: PolicyDocument | undefined,
): readonly Finding[] {
  const lost = new Set<Finding>()
  for (const { winners, losers, within } of replacements)
    for (const winner of findings) {
      if (!winners.includes(winner.id)) continue
      const near = neighbourhood(winner.span, within, document)
      for (const finding of findings) {
        if (finding.id === winner.id || !near(finding.span)) continue
        const loses =
          losers === 'everything' ||
          (losers === 'security'
            ? finding.severity === 'security' || lesserKin.test(finding.id)
            : losers.includes(finding.id))
        if (loses) lost.add(finding)
      }
    }
  return lost.size === 0 ? findings : findings.filter((finding) => !lost.has(finding))
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end

function neighbourhood(
  { start, end }: Span,
  within: Replacement['within'],
  document: PolicyDocument | undefined,
): (span: Span) => boolean {
  const overlaps = (span: Span) => span.start < end && start < span.end
  if (within === 'string') return (span) => overlaps(span) && !(span.end - span.start === 1)
  const holds = ({ span }: Statement) => contains(span, { start, end })
  const statement = document?.statements.find(holds)
  if (!statement) return overlaps
  if (within === 'statement') return (span) => contains(statement.span, span)
  const clauses = statement.conditions.filter(
    (clause) =>
      contains(clause.span, { start, end }) || contains(clause.operatorName.span, { start, end }),
  )
  return (span) =>
    clauses.some(
      (clause) => contains(clause.span, span) || contains(clause.operatorName.span, span),
    )
}
