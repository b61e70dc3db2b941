import { globalKeys } from '#reference'
import { readArn, writeArn } from '../resource/arn.ts'

/** A place in a text that something other than IAM was to fill in. */
export interface Placeholder {
  /** As written: `${AWS::Region}`. */
  readonly text: string
  /** Who fills it in, in words. */
  readonly by: string
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\$\{AWS::\w+\}/u, 'CloudFormation'],
  [/\$\{(?:var|local|data|module|each|count|path|aws_\w+)\b\.?[^}]*\}/u, 'Terraform'],
  [/[$&%]\$?\{(?:self|opt|env|param|sls|file|cf):[^}]*\}/u, 'the Serverless Framework'],
  [/\{\{[^{}]*\}\}/u, 'a template engine'],
  [/\$\([^()]*\)|\$[A-Z][A-Z0-9_]{2,}/u, 'a shell'],
  [/&\{[^}]*\}/u, 'Terraform'],
  [/<[A-Za-z][\w .:-]*>/u, 'a reader'],
  [/\b(?:replace|change)[_-]?me\b|\bYOUR[_-][A-Z]|\bTODO\b|(?<![a-z])x{8,}(?![a-z])/iu, 'a reader'],
]

/** `${Name}` and `${Name.Arn}`: the keys of a policy's variables all have a colon. */
const withoutColon = /\$\{!?([A-Za-z][^:{},'\s]*)\}/u

/** Names of variables that only lack their `aws:`; those are misspelt, no placeholders. */
const keyNames = new Set(globalKeys.map(({ name }) => name.replace(/^.*:/u, '').toLowerCase()))

/** What every placeholder has one of; most texts have none. */
const suspicious = /[$&%{<]|replace|change|your|todo|x{8}|region|account/iu

/** The first placeholder in a text. */
export function placeholderIn(text: string): Placeholder | undefined {
  if (!suspicious.test(text)) return undefined
  for (const [pattern, by] of kinds) {
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return { text: found, by }
  }
  const bare = withoutColon.exec(text)
  if (bare && !keyNames.has((bare[1] ?? '').toLowerCase()))
    return { text: bare[0], by: 'CloudFormation or Terraform' }
  return placeholderField(text)
}

/** A word that stands for a field of an ARN: `arn:aws:sqs:region:account-id:orders`. */
function placeholderField(text: string): Placeholder | undefined {
  const arn = readArn(text)
  if (!arn) return undefined
  if (/^(?:aws-?)?region$/iu.test(arn.region)) return { text: arn.region, by: 'a reader' }
  if (/^(?:aws-?)?account(?:[-_]?(?:id|number|no))?(?:-without-hyphens)?$/iu.test(arn.account))
    return { text: arn.account, by: 'a reader' }
  return undefined
}

/** The text with `*` for every placeholder. */
export function withoutPlaceholders(text: string): string {
  const found = placeholderIn(text)
  if (!found) return text
  const arn = readArn(text)
  const field =
    arn && (found.text === arn.region ? 'region' : found.text === arn.account && 'account')
  // Every turn takes a placeholder out, and `*` is none.
  return withoutPlaceholders(
    field ? writeArn(arn, { [field]: '*' }) : text.replaceAll(found.text, '*'),
  )
}
