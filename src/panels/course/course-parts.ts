import type { Workspace } from '#workspace'

/** A part of the course: lessons by their numbers. */
interface Part {
  readonly title: string
  readonly from: number
}

const parts: readonly Part[] = [
  { title: 'First steps', from: 0 },
  { title: 'What a statement says', from: 40 },
  { title: 'Conditions', from: 90 },
  { title: 'Layers and other accounts', from: 160 },
  { title: 'Capstone', from: 230 },
]

/** What a lesson is about, in the words of the subject. */
const subjects: Readonly<Record<string, string | undefined>> = {
  '010-first-allow': 'Implicit deny, Allow',
  '020-silent-typo': 'A service that doesn’t exist',
  '030-two-kinds-of-broken': 'JSON, and a double colon',
  '040-deny-wins': 'Allow and Deny, explicit and implicit',
  '050-wildcards-that-fit': 'Wildcards, least privilege',
  '060-from-managed-to-minimal': 'Managed policies, least privilege',
  '070-one-policy-for-everyone': 'Policy variables, Version',
  '080-everything-but': 'NotAction with Allow and with Deny',
  '090-tags-on-the-resource': 'aws:ResourceTag',
  '100-tags-in-the-request': 'aws:RequestTag, tag on create',
  '110-one-policy-many-teams': 'ABAC: tags of principals, resources and requests',
  '120-all-of-nothing': 'ForAllValues, ForAnyValue, Null',
  '130-the-key-that-is-not-there': 'Absent keys, IfExists, Null',
  '140-mfa-that-means-it': 'MFA: Bool and BoolIfExists',
  '150-where-when-how': 'IP addresses, dates, TLS; and, or',
  '160-pass-the-role': 'iam:PassRole',
  '170-the-ceiling': 'Permissions boundary',
  '180-guardrails': 'Service control policies, levels, Deny with NotAction',
  '190-two-keys': 'Resource policy, other accounts',
  '200-someone-elses-deputy': 'Trust policy, ExternalId',
  '210-which-pipeline': 'Trust policy, OIDC subject and audience',
  '220-whose-bucket': 'Confused deputy, service principal',
  '230-the-contact-centre': 'All layers',
}

/** What a lesson of the course is about; its goal says what to do. */
export const subjectOf = ({ lesson }: Workspace): string | undefined =>
  Object.hasOwn(subjects, lesson?.id ?? '') ? subjects[lesson?.id ?? ''] : undefined

/** The course in its parts. */
export function courseParts(
  course: readonly Workspace[],
): readonly { readonly title: string; readonly lessons: readonly Workspace[] }[] {
  const numberOf = ({ lesson }: Workspace) => Number.parseInt(lesson?.id ?? '', 10)
  return parts.map(({ title, from }, index) => ({
    title,
    lessons: course.filter((lesson) => {
      const number = numberOf(lesson)
      return number >= from && number < (parts[index + 1]?.from ?? Infinity)
    }),
  }))
}
