import type { Statement, TextEdit } from '#policy'
import { mayCarry } from '../carried-keys.ts'
import { accessFix, type Context } from '../check.ts'
import { elementOf } from '../elements.ts'
import { ofStatement } from './spot.ts'

/** Operators with the keys and values that a statement is to demand. */
type Demand = Readonly<Record<string, Readonly<Record<string, string>>>>

interface Restriction {
  readonly title: string
  readonly demand: Demand
  /** Offered only where some action can carry this key. */
  readonly carried?: string
}

/** Examples to overwrite; the addresses are those set aside for documentation. */
const sourceIp = '203.0.113.0/24'
const tag = 'team'

const forAllow: readonly Restriction[] = [
  {
    title: 'Allow only with MFA',
    demand: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  { title: 'Allow only with TLS', demand: { Bool: { 'aws:SecureTransport': 'true' } } },
  { title: 'Allow only from an IP range', demand: { IpAddress: { 'aws:SourceIp': sourceIp } } },
  {
    title: 'Allow only between two dates',
    demand: {
      DateGreaterThanEquals: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2031-01-01T00:00:00Z' },
    },
  },
  {
    title: 'Allow only for resources with a tag',
    demand: { StringEquals: { [`aws:ResourceTag/${tag}`]: 'core' } },
    carried: `aws:ResourceTag/${tag}`,
  },
  {
    title: 'Allow only with a tag in the request',
    demand: { StringEquals: { [`aws:RequestTag/${tag}`]: 'core' } },
    carried: `aws:RequestTag/${tag}`,
  },
]

const forDeny: readonly Restriction[] = [
  {
    title: 'Deny only without MFA',
    demand: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  },
  { title: 'Deny only without TLS', demand: { Bool: { 'aws:SecureTransport': 'false' } } },
  {
    title: 'Deny only from outside an IP range',
    demand: {
      NotIpAddress: { 'aws:SourceIp': sourceIp },
      Bool: { 'aws:ViaAWSService': 'false' },
    },
  },
]

/** Conditions that people often want: each is an example to fill in. */
export const restrict = ofStatement((statement, { context }) => {
  const restrictions =
    statement.effect?.value === 'Allow'
      ? forAllow
      : statement.effect?.value === 'Deny'
        ? forDeny
        : []
  return restrictions.flatMap(({ title, demand, carried }) =>
    carried === undefined || mayCarry(context, statement, carried)
      ? accessFix(title, demandAlso(context, statement, demand))
      : [],
  )
})

/** The edits after which a statement demands this as well; undefined where it has a say about one of the keys already. */
function demandAlso(
  context: Context,
  statement: Statement,
  demand: Demand,
): readonly TextEdit[] | undefined {
  const keys = Object.values(demand).flatMap((block) => Object.keys(block))
  const says = statement.conditions.some(({ key }) =>
    keys.some((other) => other.toLowerCase() === key.value.toLowerCase()),
  )
  if (says) return undefined
  const { edit, jsonAt } = context
  const condition = elementOf(context, statement, 'Condition')
  if (!condition) {
    const object = jsonAt(statement.span)
    const last = object?.kind === 'object' ? object.members.at(-1) : undefined
    return edit.insertMember(statement.span, 'Condition', demand, last?.key.span)
  }
  if (condition.value?.kind !== 'object') return undefined
  return edit.rewrite(condition.value.span, (value) => {
    const blocks: Record<string, object> = { ...(value as Record<string, object>) }
    for (const [operator, block] of Object.entries(demand))
      blocks[operator] = { ...blocks[operator], ...block }
    return blocks
  })
}
