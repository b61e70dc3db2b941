import { splitArn, type PolicyDocument, type Severity } from '#policy'
import {
  endpointPolicyQuota,
  managedPolicyQuota,
  rcpQuota,
  resourcePolicyQuotas,
  scpQuota,
  sessionPolicyQuota,
  splitAction,
  trustPolicyQuota,
  type Quota,
} from '#reference'
import { fix, oncePerRun, openingOf, type Context } from '../check.ts'

/** How long a policy is, counted as its quota counts, and how long it would be without white space. */
interface Size {
  readonly quota: Quota
  readonly used: number
  readonly minified: number
}

/** The size of the document and the quota that applies; undefined where no quota is known. */
export const sizeOf = oncePerRun((context: Context): Size | undefined => {
  const quota = quotaOf(context)
  if (!quota) return undefined
  const minified = minify(context.source.text).length
  return { quota, minified, used: quota.whiteSpaceCounts ? context.source.text.length : minified }
})

function quotaOf({ type, document }: Context): Quota | undefined {
  switch (type) {
    case 'identity':
    case 'boundary':
      return managedPolicyQuota
    case 'session':
      return sessionPolicyQuota
    case 'trust':
      return trustPolicyQuota
    case 'scp':
      return scpQuota
    case 'rcp':
      return rcpQuota
    case 'endpoint':
      return endpointPolicyQuota
    case 'resource':
      return resourcePolicyQuotas.get(serviceOf(document) ?? '')
  }
}

/** The service whose resource this policy sits on: from the ARN in Resource, else from the prefix of the first action. */
function serviceOf({ statements }: PolicyDocument): string | undefined {
  const resources = statements.flatMap(({ resource }) => resource?.patterns ?? [])
  const actions = statements.flatMap(({ action }) => action?.patterns ?? [])
  const services = [
    ...resources.map(({ value }) => splitArn(value)?.service),
    ...actions.map(({ value }) => splitAction(value).prefix),
  ]
  return services
    .map((service) => service?.toLowerCase())
    .find((service) => service !== undefined && /^[\w-]+$/u.test(service))
}

/** The text without the white space between its tokens. */
function minify(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/gu, '$1')
}

const number = (value: number) => value.toLocaleString('en-US')

/**
 * Reports a document that is longer than its quota. A policy that would fit without white space is only warned about: some ways to
 * save it remove the white space.
 */
export function reportTooLong(context: Context, severity: Severity, advice: string): void {
  const size = sizeOf(context)
  if (!size || size.used <= size.quota.characters) return
  const { quota, used, minified } = size
  const fits = quota.whiteSpaceCounts && minified <= quota.characters
  const count = quota.whiteSpaceCounts ? 'characters' : 'characters without white space'
  const { report, source, document } = context
  report(
    openingOf(document.span),
    `the policy has ${number(used)} ${count}, but the quota of ${quota.of} is ${number(quota.characters)}. ${
      quota.whiteSpaceCounts ? `Without white space it has ${number(minified)}. ` : ''
    }${fits ? 'White space counts unless it is removed on saving.' : advice}`,
    {
      severity: fits && severity === 'error' ? 'warning' : severity,
      fixes: [
        fits
          ? fix('Remove the white space', [
              { span: { start: 0, end: source.text.length }, text: minify(source.text) },
            ])
          : undefined,
      ],
    },
  )
}

/** Reports a document that fits, with less than a tenth of its quota left. */
export function reportNearlyTooLong({ report, document }: Context, size: Size | undefined): void {
  if (!size) return
  const { used, quota } = size
  const left = quota.characters - used
  if (left < 0 || used <= 0.9 * quota.characters) return
  report(
    openingOf(document.span),
    `${left === 0 ? 'no character is' : left === 1 ? 'one character is' : `${number(left)} characters are`} left of the ${number(quota.characters)} that ${quota.of} may have.`,
  )
}
