import type { PolicyType, StatementFault } from '#policy'
import type { Missing, NotConsulted, Rule } from '#evaluator'
import { typeNames } from './words.ts'

/** Why a statement matches nothing at all. */
export function faultWords(fault: StatementFault): string {
  switch (fault.kind) {
    case 'unknownElement':
      return `${fault.name} isn't a policy element`
    case 'wrongType':
      return `${fault.element} has a value of the wrong type`
    case 'missing':
      return `${fault.element} is missing`
    case 'exclusive':
      return `${fault.elements[0]} and ${fault.elements[1]} exclude each other`
    case 'unknownEffect':
      return `Effect is ${fault.value || 'empty'}, not Allow or Deny`
    case 'unknownOperator':
      return `${fault.value} isn't a condition operator`
    case 'unknownPrincipalKey':
      return `${fault.value} isn't a kind of principal`
    case 'notAllowedHere':
      return notAllowedWords(fault.element, fault.type)
  }
}

function notAllowedWords(element: string, type: PolicyType): string {
  if (element === 'Principal' && type === 'rcp') return 'the Principal of an RCP can only be "*"'
  if (element === 'NotPrincipal' && (type === 'resource' || type === 'endpoint'))
    return 'NotPrincipal works with Deny only'
  return `${element} doesn't belong in ${/^[aeiou]/iu.test(typeNames[type]) || type === 'scp' || type === 'rcp' ? 'an' : 'a'} ${typeNames[type]}`
}

/** Why a policy plays no part in this request; `text` is the policy's own, where it is known. */
export function notConsultedWords(reason: NotConsulted, text?: string): string {
  switch (reason) {
    case 'principalKind':
      return 'this kind of policy never applies to this kind of principal'
    case 'attachedElsewhere':
      return 'it is attached to something else'
    case 'serviceLinkedRole':
      return 'service-linked roles are exempt'
    case 'serviceWithoutRcps':
      return "RCPs don't cover this service"
    case 'unread':
      return text?.trim() === '' ? 'it is empty' : "AWS wouldn't accept this text as a policy"
  }
}

/** Who does not allow, after "allows, but …"; `full`, as a clause of its own. */
export function withoutEffectWords(missing: Missing, length: 'short' | 'full' = 'short'): string {
  const full = length === 'full'
  const no = (who: string) => `no ${who} ${full ? 'allows it' : 'does'}`
  const not = (who: string, verb = "doesn't") => `${who} ${verb}${full ? ' allow it' : ''}`
  switch (missing.kind) {
    case 'scpLevel':
      return no(missing.level === undefined ? 'SCP' : `SCP at ${missing.level}`)
    case 'endpoint':
      return not('the endpoint policy')
    case 'identity':
      return not("the principal's own policies", "don't")
    case 'boundary':
      return not('the permissions boundary')
    case 'session':
      return not('the session policies', "don't")
    case 'sessionOfFederatedUser':
      return 'a federated user needs a session policy'
    case 'resource':
      return not('the resource policy')
    case 'trust':
      return not("the role's trust policy")
    case 'keyPolicy':
      return not('the key policy')
    case 'rootCannotAssumeRole':
      return "the root user can't assume a role"
  }
}

/** What was missing for an allow, as the beginning of a sentence: `asked` is "kms:Decrypt on this key". */
export function missingWords(
  missing: Missing,
  asked: string,
  policies: { readonly any: boolean },
): string {
  switch (missing.kind) {
    case 'scpLevel':
      return missing.level === undefined
        ? `No SCP allows ${asked}`
        : `No SCP at ${missing.level} allows ${asked}`
    case 'endpoint':
      return `The endpoint policy ${missing.policy} doesn't allow ${asked}`
    case 'identity':
      return policies.any
        ? `No statement in the identity policies allows ${asked}`
        : `There is no identity policy that could allow ${asked}`
    case 'boundary':
      return `The permissions boundary ${missing.policy} doesn't allow ${asked}`
    case 'session':
      return `No session policy allows ${asked}`
    case 'sessionOfFederatedUser':
      return 'A federated user has no permissions without a session policy'
    case 'resource':
      return policies.any
        ? `No statement in the resource policy allows ${asked} to this principal`
        : 'There is no resource policy, and nothing else can allow this principal'
    case 'trust':
      return policies.any
        ? "The role's trust policy doesn't allow this principal to assume it"
        : 'There is no trust policy, and without one nobody can assume the role'
    case 'keyPolicy':
      return policies.any
        ? `The key policy doesn't allow ${asked}, nor leave it to the identity policies`
        : 'There is no key policy, and without one nobody can use the key'
    case 'rootCannotAssumeRole':
      return 'AWS never lets a root user assume a role, whatever the policies say'
  }
}

/** The special rule an answer rests on; undefined for the ordinary ones. */
export function ruleWords(rule: Rule, action: string): string | undefined {
  switch (rule) {
    case 'ordinary':
      return undefined
    case 'roleTrust':
      return 'For a role, its trust policy must allow, whatever identity policies say.'
    case 'keyPolicy':
      return 'For a KMS key, identity policies count only as far as the key policy leaves it to them.'
    case 'noPermissionNeeded':
      return `${action} needs no permission and can't be denied.`
    case 'rootCannotAssumeRole':
      return 'AWS refuses sts:AssumeRole to the root user.'
  }
}
