import type { Span } from '#policy'

/** What an export shows. The sentences come from whoever words verdicts; all of it is text of others until it is escaped. */
export interface Exhibit {
  readonly title?: string
  readonly policies: readonly ExhibitedPolicy[]
  /** "role/analyst calls s3:GetObject on …", with the context that matters. */
  readonly request?: string
  /** "Denied: explicit deny. Statement NoSalaries denies it." */
  readonly verdict?: string
  /** The whole address. */
  readonly link: string
}

export interface ExhibitedPolicy {
  readonly name: string
  /** "identity policy". */
  readonly kind: string
  readonly text: string
  /** Show these lines only. */
  readonly part?: Span
}

/** A report for a ticket or a pull request: title, policies, request, verdict, link. */
export function toMarkdown({ title, policies, request, verdict, link }: Exhibit): string {
  return [
    ...(title ? [`**${escape(title)}**`] : []),
    ...policies.map(policySection),
    ...(request || verdict
      ? [[request, verdict].flatMap((text) => (text ? escape(text) : [])).join('  \n')]
      : []),
    // In angle brackets a parenthesis of the address ends nothing.
    `[Open in Sidelight](<${link.replace(/[<>\s]/gu, encodeURIComponent)}>)`,
  ].join('\n\n')
}

function policySection({ name, kind, text, part }: ExhibitedPolicy): string {
  const shown = part ? linesAround(text, part) : { text, place: '' }
  const runs = shown.text.match(/`+/gu) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)))
  return `${escape(`${name} (${kind}${shown.place})`)}:\n\n${fence}json\n${shown.text.replace(/\n$/u, '')}\n${fence}`
}

/** The whole lines that a span touches, moved to the left margin, and where they are. */
function linesAround(text: string, { start, end }: Span): { text: string; place: string } {
  const lines = text.split('\n')
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const [first, last] = [lineAt(start), lineAt(Math.max(start, end - 1))]
  const part = lines.slice(first - 1, last).map((line) => line.replace(/\r$/u, ''))
  const margins = part.flatMap((line) => /^[ \t]*(?=\S)/u.exec(line)?.[0].length ?? [])
  const margin = Math.min(...margins)
  return {
    text: part.map((line) => (Number.isFinite(margin) ? line.slice(margin) : line)).join('\n'),
    place: first === last ? `, line ${first}` : `, lines ${first}–${last}`,
  }
}

/** Markdown and HTML in names and ARNs are just characters; so are mentions of people. */
function escape(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>#|~&@!]/gu, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/^([-+=])/u, '\\$1')
}

/** Text on one line, without characters that steer a terminal or turn the direction of writing. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}
