import type { Decision, Missing, StatementTrace } from '#evaluator'
import { missingWords, ruleWords, withoutEffectWords } from './reasons.ts'
import { findStatement, statementPhrase, statementPlace, type Sources } from './statement-place.ts'
import { counted, listed, principalName, sentence } from './words.ts'

/** Why the answer is what it is, in one to three sentences. */
export function verdictSentence(decision: Decision, sources: Sources): string {
  switch (decision.verdict) {
    case 'allow':
      return allowedSentence(decision, sources)
    case 'explicitDeny':
      return deniedSentence(decision, sources)
    case 'implicitDeny':
      return missedSentence(decision)
  }
}

function allowedSentence(decision: Decision, sources: Sources): string {
  const { rule, request } = decision
  if (rule === 'noPermissionNeeded') return ruleWords(rule, request.action.text) ?? ''
  const allows = deciding(decision)
  // A ceiling that allows too is not what grants.
  const granting = allows.filter((trace) => grants(trace, decision))
  const named = granting.length > 0 ? granting : allows
  const [first] = named
  if (!first)
    return `${sentence(principalName(request.principal))} may do everything in its own account. Nothing denies it.`
  const others = named.length - 1
  const subject = sentence(statementPhrase(statementPlace(first, sources)))
  return others === 0
    ? `${subject} allows ${request.action.text}. Nothing denies it.`
    : `${subject} and ${counted(others, 'other')} allow ${request.action.text}. Nothing denies it.`
}

function deniedSentence(decision: Decision, sources: Sources): string {
  const [first, ...others] = deciding(decision)
  if (!first) return 'An explicit deny beats every allow.'
  const phrase = sentence(statementPhrase(statementPlace(first, sources)))
  const subject =
    others.length === 0
      ? `${phrase} denies it.`
      : `${phrase} and ${counted(others.length, 'other')} deny it.`
  const allows = applying(decision, 'Allow').length
  return allows === 0
    ? subject
    : `${subject} An explicit deny beats every allow (${allows} also matched).`
}

function missedSentence(decision: Decision): string {
  const [first, ...others] = inOrder(decision.missing)
  if (!first) return 'No statement allows it.'
  const granting = applying(decision, 'Allow').filter((trace) => grants(trace, decision))
  const [allow] = granting
  if (allow && first.kind !== 'rootCannotAssumeRole') {
    // Of several policies that allow, one is enough to name.
    const reasons = listed([first, ...others].map((missing) => withoutEffectWords(missing, 'full')))
    return `${sentence(reasons)}, so the allow in ${allow.ref.policy} has no effect.`
  }
  const subject = missingWords(first, asked(decision), { any: hasPolicy(first, decision) })
  // Whoever the trust policy names needs no policy of its own within the account.
  const also = others.filter(({ kind }) => !(kind === 'identity' && first.kind === 'trust'))
  return also.length === 0
    ? `${subject}.`
    : `${subject}. Also, ${listed(also.map((missing) => withoutEffectWords(missing, 'full')))}.`
}

/** What grants comes before what limits: without a grant there is nothing to limit. */
function inOrder(missing: readonly Missing[]): readonly Missing[] {
  const limiting = (kind: Missing['kind']) =>
    kind === 'scpLevel' || kind === 'endpoint' || kind === 'boundary' || kind === 'session'
  return [
    ...missing.filter(({ kind }) => !limiting(kind)),
    ...missing.filter(({ kind }) => limiting(kind)),
  ]
}

const things: Readonly<Record<string, string>> = {
  kms: 'key',
  sqs: 'queue',
  sns: 'topic',
  dynamodb: 'table',
  lambda: 'function',
}

/** "kms:Decrypt on this key". */
function asked({ request }: Decision): string {
  const { action, resource } = request
  if (resource.arn === '*') return action.text
  const { parts } = resource
  if (parts?.service === 's3')
    return `${action.text} on this ${parts.resource.includes('/') ? 'object' : 'bucket'}`
  return `${action.text} on this ${things[parts?.service ?? ''] ?? 'resource'}`
}

function hasPolicy({ kind }: Missing, { steps }: Decision): boolean {
  const type = kind === 'trust' || kind === 'keyPolicy' ? 'resource' : kind
  return steps.some(
    (step) => step.type === type && step.outcome !== 'absent' && step.outcome !== 'notConsulted',
  )
}

function deciding(decision: Decision): readonly StatementTrace[] {
  return decision.decidedBy.flatMap((ref) => findStatement(decision, ref) ?? [])
}

function applying({ steps }: Decision, effect: 'Allow' | 'Deny'): readonly StatementTrace[] {
  return steps
    .flatMap(({ policies }) => policies)
    .filter(({ notConsulted }) => notConsulted === undefined)
    .flatMap(({ statements }) => statements)
    .filter(({ applies, statement }) => applies && statement.effect?.value === effect)
}

/** Whether the statement is of a kind of policy that can grant; the others only limit. */
function grants({ ref }: StatementTrace, { steps }: Decision): boolean {
  return steps.some(
    ({ type, policies }) =>
      (type === 'identity' || type === 'resource') &&
      policies.some(({ policy }) => policy.name === ref.policy),
  )
}
