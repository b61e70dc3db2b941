import type { Verdict } from '#evaluator'
import type { IconName } from '#controls'
import type { Expectation } from '#workspace'

/** The shape and the class of a verdict. */
export const verdictLooks: Readonly<
  Record<Verdict, { readonly icon: IconName; readonly className: string }>
> = {
  allow: { icon: 'allow', className: 'allow' },
  explicitDeny: { icon: 'explicitDeny', className: 'explicit-deny' },
  implicitDeny: { icon: 'implicitDeny', className: 'implicit-deny' },
}

/** A verdict as a short word for "Last verdict, before this edit: Allowed" and the like. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  allow: 'Allowed',
  explicitDeny: 'Denied: explicit deny',
  implicitDeny: 'Denied: nothing allows it',
}

/** What was expected, as the end of a sentence. */
export const expectationNames: Readonly<Record<Expectation['decision'], string>> = {
  allow: 'allowed',
  deny: 'denied',
  explicitDeny: 'denied by an explicit deny',
  implicitDeny: 'denied, as nothing allows it',
}
