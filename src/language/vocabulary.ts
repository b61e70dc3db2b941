import {
  parseConditionOperator,
  type ConditionOperator,
  type OperatorName,
  type PrincipalKind,
} from '#policy'
import type { KeyType } from '#reference'

// The words for what every policy is made of, once: completion, hover and the explanation strip all read them here.

type Words = Readonly<Record<string, string>>

/** Elements of the document and of a statement. */
export const elementWords: Words = {
  Version:
    'The version of the policy language. 2012-10-17 is the current one; without it, variables such as ${aws:username} are plain text.',
  Id: 'A name for the policy. It plays no part in the decision.',
  Statement: 'The statements. Each is looked at on its own; their order plays no part.',
  Sid: 'A name for the statement. It plays no part in the decision.',
  Effect: 'Whether a matching request is allowed or denied. A Deny beats every Allow.',
  Principal: 'Who the statement is about.',
  NotPrincipal:
    'Everyone except these. Works with Deny only, and must list the account beside its user or role.',
  Action:
    'The actions the statement is about. Letter case plays no part; * stands for any characters.',
  NotAction: 'Every action except these, of all services.',
  Resource:
    'The resources the statement is about, by ARN. Letter case counts; * stands for any characters.',
  NotResource: 'Every resource except these.',
  Condition: 'What else must be true. All operators must hold, and under each of them all keys.',
}

export const effectWords: Words = {
  Allow: 'A matching request is allowed, unless something denies it.',
  Deny: 'A matching request is denied, whatever else allows it.',
}

export const versionWords: Words = {
  '2012-10-17': 'The current version of the policy language.',
  '2008-10-17':
    'The old version, which is also meant when there is none: variables are plain text.',
}

export const principalKindWords: Readonly<Record<PrincipalKind, string>> = {
  AWS: 'Accounts, users, roles and sessions, by ARN or account number; "*" is everyone.',
  Service: 'AWS services, by their service principal, such as lambda.amazonaws.com.',
  Federated:
    'Identity providers, by ARN or domain, for people and workloads that sign in elsewhere.',
  CanonicalUser: 'An account by the canonical user ID that S3 gives it.',
}

const operatorMeaning: Readonly<Record<OperatorName, string>> = {
  StringEquals:
    'The value is exactly one of these, letter case included. * and ? are plain characters.',
  StringNotEquals: 'The value is none of these, letter case included.',
  StringEqualsIgnoreCase: 'The value is one of these, whatever the letter case.',
  StringNotEqualsIgnoreCase: 'The value is none of these, whatever the letter case.',
  StringLike:
    'The value fits one of these patterns: * is any characters, ? is one. Letter case counts.',
  StringNotLike: 'The value fits none of these patterns: * is any characters, ? is one.',
  NumericEquals: 'The number is one of these.',
  NumericNotEquals: 'The number is none of these.',
  NumericLessThan: 'The number is smaller than this.',
  NumericLessThanEquals: 'The number is at most this.',
  NumericGreaterThan: 'The number is greater than this.',
  NumericGreaterThanEquals: 'The number is at least this.',
  DateEquals: 'The moment is one of these.',
  DateNotEquals: 'The moment is none of these.',
  DateLessThan: 'The moment is before this.',
  DateLessThanEquals: 'The moment is this or earlier.',
  DateGreaterThan: 'The moment is after this.',
  DateGreaterThanEquals: 'The moment is this or later.',
  Bool: 'The value is true, or false, as written here.',
  BinaryEquals: 'The bytes are these; both sides are written in base64.',
  IpAddress: 'The IP address is in one of these ranges.',
  NotIpAddress: 'The IP address is in none of these ranges.',
  ArnEquals:
    'The ARN fits one of these, part by part; * and ? stay within their part. The same as ArnLike.',
  ArnNotEquals: 'The ARN fits none of these. The same as ArnNotLike.',
  ArnLike: 'The ARN fits one of these, part by part; * and ? stay within their part.',
  ArnNotLike: 'The ARN fits none of these, part by part.',
  Null: 'true: the key is absent from the request. false: it is present.',
}

/** What an operator asks, its set prefix and IfExists included, and what it makes of an absent key. */
export function operatorWords(name: string): string | undefined {
  const operator = parseConditionOperator(name)
  return (
    operator &&
    [operatorMeaning[operator.name], setWords(operator), absentWords(operator)]
      .filter(Boolean)
      .join(' ')
  )
}

function setWords({ set, negated }: ConditionOperator): string {
  if (set === undefined) return ''
  if (set === 'ForAllValues')
    return negated
      ? 'This must hold for every value of the request.'
      : 'Every value of the request must fit one of these.'
  return 'One value of the request for which this holds is enough.'
}

function absentWords({ name, set, negated, ifExists }: ConditionOperator): string {
  if (name === 'Null') return ''
  if (set === 'ForAllValues') return 'True when the key is absent.'
  if (set === 'ForAnyValue') return 'False when the key is absent.'
  if (ifExists) return 'True when the key is absent, because of IfExists.'
  return negated ? 'True when the key is absent.' : 'False when the key is absent.'
}

/** What a key holds, in a word or two. */
export const keyTypeWords: Readonly<Record<KeyType, string>> = {
  string: 'text',
  arn: 'ARN',
  bool: 'true or false',
  numeric: 'number',
  date: 'date',
  epoch: 'seconds, or a date',
  ip: 'IP address',
}
