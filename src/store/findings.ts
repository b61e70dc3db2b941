import {
  faultsOf,
  grammarType,
  type Finding,
  type PolicySource,
  type PolicyType,
  type StatementFault,
} from '#policy'

const typeNames: Readonly<Record<PolicyType, string>> = {
  identity: 'an identity policy',
  resource: 'a resource policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'a VPC endpoint policy',
}

/** Problems of the text, and those that the text only has as a policy of this type; in the order of the text. */
export function findingsOf(source: PolicySource, type: PolicyType): readonly Finding[] {
  const known = grammarType(type, source.draft)
  const ofType = (source.draft?.statements ?? [])
    .flatMap((statement) =>
      faultsOf(statement, known).filter((fault) => !statement.faults.includes(fault)),
    )
    .flatMap((fault) => findingOfType(fault, type))
  return [...source.problems, ...ofType].sort((a, b) => a.span.start - b.span.start)
}

/** Reading a text reports what is wrong under every type; what remains depends on the type. */
function findingOfType(fault: StatementFault, type: PolicyType): Finding[] {
  const { span } = fault
  switch (fault.kind) {
    case 'notAllowedHere':
      return [
        {
          id: 'not-allowed-here',
          severity: 'error',
          span,
          message: `\`${fault.element}\` has no place in ${typeNames[type]}. The statement matches nothing.`,
          fixes: [],
        },
      ]
    case 'missing':
      return [
        {
          id: 'missing-element',
          severity: 'error',
          span,
          message: `\`${fault.element}\` is missing: ${typeNames[type]} needs it in every statement.`,
          fixes: [],
        },
      ]
    case 'unknownElement':
    case 'wrongType':
    case 'exclusive':
    case 'unknownEffect':
    case 'unknownOperator':
    case 'unknownPrincipalKey':
      return []
  }
}
