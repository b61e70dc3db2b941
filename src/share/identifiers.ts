import { isTelling, parseRange, standIns } from './documentation-addresses.ts'

/** What tells who somebody is, in the order in which overlapping finds are decided. */
export const identifierKinds = [
  'email',
  'secretKey',
  'accessKey',
  'canonicalUser',
  'organization',
  'network',
  'account',
  'user',
  'role',
  'group',
  'session',
  'bucket',
  'ipAddress',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** Something found, and the documentation value that stands in for it. */
export interface Identifier {
  readonly kind: IdentifierKind
  readonly original: string
  readonly replacement: string
}

/** What has a form of its own, wherever it stands. */
const forms: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])/giu],
  [
    'accessKey',
    /(?<![A-Za-z0-9])A(?:KIA|SIA|IDA|ROA|GPA|IPA|NPA|NVA|BIA|CCA)[A-Z0-9]{16,17}(?![A-Za-z0-9])/gu,
  ],
  [
    'secretKey',
    /(?<![\w/+=:.-])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)[A-Za-z0-9/+]{40}(?![\w/+=.-])/gu,
  ],
  ['canonicalUser', /(?<![\w-])[0-9a-f]{64}(?![\w-])/gu],
  [
    'organization',
    /(?<![\w-])(?:o-[a-z0-9]{10,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|(?<=[/"'\s]|^)r-[a-z0-9]{4,32})(?![\w-])/gu,
  ],
  ['network', /(?<![\w-])(?:vpce?|vpce-svc|subnet|sg|eni)-[0-9a-f]{8,17}(?![\w-])/gu],
  ['account', /(?<![A-Za-z0-9])(?<![0-9a-f]{4}-)\d{12}(?![A-Za-z0-9])/gu],
  [
    'ipAddress',
    /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})(?:\/\d{1,3})?(?![\w:]|\.\d)/giu,
  ],
]

/** Names, known by what stands before them; the last group is the name, wildcards included. */
const named: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['session', /:assumed-role\/[^\s"'/\\]+\/([^\s"'/\\,]+)/gu],
  ['session', /:federated-user\/([^\s"'/\\,]+)/gu],
  ['role', /:(?:role|instance-profile)\/(?:[^\s"'\\,/]+\/)*([^\s"'/\\,]+)/gu],
  ['role', /:assumed-role\/([^\s"'/\\]+)/gu],
  ['user', /:(?:user|mfa)\/(?:[^\s"'\\,/]+\/)*([^\s"'/\\,]+)/gu],
  ['group', /:group\/(?:[^\s"'\\,/]+\/)*([^\s"'/\\,]+)/gu],
]
const buckets: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['bucket', /arn:aws[\w-]*:s3:::([^\s"'/\\,]+)/gu],
]

/** Values of AWS's own examples: they tell nothing, and nothing else becomes one that is already there. */
const examples: readonly RegExp[] = [
  /^(?:111122223333|444455556666|777788889999|123456789012|000000000000)$/u,
  /@(?:.*\.)?example\.(?:com|org|net)$/u,
  /EXAMPLE/u,
  /^(?:o-exampleorgid|vpce?-1a2b3c4d|vpc-111bbb22)/u,
  /^(?:amzn-s3-demo-|doc-example-)/iu,
  /^AWSServiceRoleFor/u,
]

/** Words that are no name: AWS's own. */
const plain = /^(?:\*|\?|aws|AWSReservedSSO|amazonaws|com|root)$/u

const people =
  'alice bob carol dave erin frank grace heidi ivan judy mallory niaj olivia peggy rupert sybil trent victor walter'
const words =
  'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango'

export interface Search {
  /** Bucket names are public already for many, and the resource of most questions; so they are only replaced on request. */
  readonly buckets: boolean
}

/** Everything in the texts that tells who somebody is, with a stand-in each: equal ones get equal stand-ins, different ones different. */
export function findIdentifiers(
  texts: readonly string[],
  { buckets: withBuckets }: Search,
): readonly Identifier[] {
  const found = new Map<string, IdentifierKind>()
  const note = (kind: IdentifierKind, original: string) => {
    if (!found.has(original) && !examples.some((example) => example.test(original)))
      found.set(original, kind)
  }
  const telling = (kind: IdentifierKind, text: string) => {
    const range = kind === 'ipAddress' ? parseRange(text) : undefined
    return kind !== 'ipAddress' || (range !== undefined && isTelling(range))
  }
  const all = texts.join('\n')
  for (const [kind, form] of forms)
    for (const [match] of all.matchAll(form)) if (telling(kind, match)) note(kind, match)
  for (const [kind, form] of withBuckets ? [...named, ...buckets] : named)
    for (const [, name = ''] of all.matchAll(form)) {
      // Wildcards and variables part a name; what is left are names in their own right.
      for (const piece of name.split(/\$\{[^}]*\}?|[*?]+/u))
        if (/[A-Za-z0-9]/u.test(piece) && !plain.test(piece)) note(kind, piece)
    }
  return withStandIns(found, all)
}

function withStandIns(
  found: ReadonlyMap<string, IdentifierKind>,
  all: string,
): readonly Identifier[] {
  const ofKind = (kind: IdentifierKind) =>
    [...found].flatMap(([original, of]) => (of === kind ? [original] : []))
  const taken = new Set<string>()
  /** The first candidate that stands nowhere in the texts and for nothing else. */
  const fresh = (candidates: (number: number) => string): string => {
    for (let number = 0; ; number++) {
      const candidate = candidates(number)
      if (taken.has(candidate) || all.includes(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }
  const listed = (list: string) => {
    const names = list.split(' ')
    return (number: number) => {
      const round = Math.floor(number / names.length)
      return `${names[number % names.length] ?? ''}${round === 0 ? '' : round + 1}`
    }
  }
  const addresses = standIns(ofKind('ipAddress'))
  const pieces = nameStandIns(
    [
      ...ofKind('user'),
      ...ofKind('role'),
      ...ofKind('group'),
      ...ofKind('session'),
      ...ofKind('bucket'),
    ],
    (original) =>
      fresh(
        listed(
          found.get(original) === 'user' || found.get(original) === 'session' ? people : words,
        ),
      ),
  )
  const roots = new Map<string, string>()
  const rootOf = (id: string) => {
    const known = roots.get(id) ?? fresh((number) => `exam${number === 0 ? '' : number + 1}`)
    roots.set(id, known)
    return known
  }
  return [...found].flatMap(([original, kind]): Identifier[] => {
    const replacement = ((): string | undefined => {
      switch (kind) {
        case 'email':
          return fresh((number) => `${listed(people)(number)}@example.com`)
        case 'account':
          return fresh(accountNumber)
        case 'accessKey':
          return fresh(
            (number) =>
              original.slice(0, 4) + numbered('IOSFODNN7EXAMPLE', number, original.length - 4),
          )
        case 'secretKey':
          return fresh((number) => numbered('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', number, 40))
        case 'canonicalUser':
          return fresh((number) => (number + 1).toString(16).padStart(2, '0').repeat(32))
        case 'organization': {
          const [prefix = '', first = ''] = original.split('-')
          if (prefix === 'o')
            return fresh((number) => `o-exampleorgid${number === 0 ? '' : number + 1}`)
          if (prefix === 'r') return `r-${rootOf(first)}`
          return fresh((number) => `ou-${rootOf(first)}-exampleou${number + 1}`)
        }
        case 'network': {
          const prefix = original.slice(0, original.lastIndexOf('-') + 1)
          return fresh(
            (number) =>
              prefix +
              (number + 1)
                .toString(16)
                .padStart(1, '0')
                .repeat(17)
                .slice(0, original.length - prefix.length),
          )
        }
        case 'user':
        case 'role':
        case 'group':
        case 'session':
        case 'bucket':
          return pieces.get(original)
        case 'ipAddress':
          return addresses.get(original)
      }
    })()
    return replacement === undefined || replacement === original
      ? []
      : [{ kind, original, replacement }]
  })
}

/** 111122223333, 444455556666, …: as AWS writes example accounts. */
function accountNumber(number: number): string {
  const digits = Array.from({ length: 3 }, (_, at) => String((1 + 3 * number + at) % 10).repeat(4))
  return number < 10 ? digits.join('') : String(100_000_000_000 + number)
}

/** Of the wanted length, the end replaced by a number where there are several. */
function numbered(text: string, number: number, length: number): string {
  const fitting = text.padEnd(length, 'X').slice(0, length)
  const end = number === 0 ? '' : String(number + 1)
  return fitting.slice(0, length - end.length) + end
}

/**
 * Stand-ins for names. A name that begins or ends another, as a pattern's part does, still does so: names are then replaced word
 * by word.
 */
function nameStandIns(
  names: readonly string[],
  fresh: (name: string) => string,
): ReadonlyMap<string, string> {
  const inWords = new Map<string, string>()
  const related = (name: string) =>
    names.some((other) => other !== name && (other.includes(name) || name.includes(other)))
  return new Map(
    names.map((name) => [
      name,
      related(name)
        ? name.replace(/[A-Za-z0-9]+/gu, (word) => {
            const known = plain.test(word) ? word : (inWords.get(word) ?? fresh(name))
            inWords.set(word, known)
            return known
          })
        : fresh(name),
    ]),
  )
}

const nameKinds: readonly IdentifierKind[] = ['user', 'role', 'group', 'session', 'bucket']

/** The text with every identifier replaced. Names are replaced as whole words, wherever they stand. */
export function replaceIdentifiers(text: string, identifiers: readonly Identifier[]): string {
  if (identifiers.length === 0) return text
  const standIn = new Map(identifiers.map(({ original, replacement }) => [original, replacement]))
  const anyOf = (names: boolean) =>
    identifiers
      .filter(({ kind }) => nameKinds.includes(kind) === names)
      .map(({ original }) => original)
      // The longest first: a part of a longer identifier is not replaced on its own.
      .sort((a, b) => b.length - a.length)
      .map((original) => original.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
      .join('|') || '(?!)'
  // A name that is also a service or a key's prefix stays one: `s3:GetObject`, `lambda.amazonaws.com`.
  const pattern = `(?<![A-Za-z0-9])(?:(?:${anyOf(false)})(?![A-Za-z0-9])|(?:${anyOf(true)})(?![A-Za-z0-9]|:[A-Za-z*:]|\\.amazonaws\\.))`
  return text.replace(new RegExp(pattern, 'gu'), (match) => standIn.get(match) ?? match)
}
