import { senderOf } from './sender.ts'

/** What a learner hands in: one line of text for any chat. Nothing is sent by the product. */
export interface ResultLine {
  readonly name: string
  /** The lesson's id, or its title for a challenge without one. */
  readonly lesson: string
  readonly met: number
  readonly total: number
  readonly hints: number
  readonly minutes: number
  /** The link with the learner's policies, as it came: maybe cut off on the way. Empty where there is none. */
  readonly link: string
}

/** `Sidelight · Ana · 140-mfa-that-means-it · 7/7 · 1 hint · 6 min · https://…/#w1.…` */
export function writeResultLine({
  name,
  lesson,
  met,
  total,
  hints,
  minutes,
  link,
}: ResultLine): string {
  const hint = `${hints} ${hints === 1 ? 'hint' : 'hints'}`
  return [
    'Sidelight',
    plainWords(name) || 'nobody',
    plainWords(lesson) || 'untitled',
    `${met}/${total}`,
    hint,
    `${minutes} min`,
    ...(link === '' ? [] : [link]),
  ].join(' · ')
}

/** Text as it stands in a result line: without the line's own separator, line breaks, and what turns the direction of writing. */
export function plainWords(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069·\s]+/gu, ' ').trim()
}

/** A line as it was found, and who seems to have sent it, where the paste tells: the words beside the time in a chat log. */
export interface SentLine extends ResultLine {
  readonly sender?: string
}

/** A line that looks like a result but cannot be read. */
export interface DamagedLine {
  readonly text: string
  readonly why: string
}

export interface CollectedLines {
  readonly lines: readonly SentLine[]
  readonly damaged: readonly DamagedLine[]
}

const mark = 'Sidelight ·'
const shape =
  /^Sidelight · (?<name>[^·]+) · (?<lesson>[^·]+) · (?<met>\d{1,4})\/(?<total>\d{1,4}) · (?<hints>\d{1,4}) hints? · (?<minutes>\d{1,6}) min(?: · (?<link>\S+))?/u
const why = 'it does not read like a result line; it may have been cut'
/** What a mail puts in front of a line that it wrapped or quotes. */
const quoting = /^[\s>|]*/u

/**
 * Finds the result lines in any paste, a whole chat log with names and times in between. A line that begins like a result and
 * does not read like one is named, everything else is ignored.
 */
export function readResultLines(paste: string): CollectedLines {
  const lines: SentLine[] = []
  const damaged: DamagedLine[] = []
  const texts = paste.replace(/[\u00a0\u202f]/gu, ' ').split(/\r?\n/u)
  texts.forEach((text, index) => {
    const first = text.indexOf(mark)
    if (first < 0) return
    const sender = senderOf(text.slice(0, first), texts[index - 1], texts[index - 2])
    for (let at = first; at >= 0;) {
      const after = text.indexOf(mark, at + 1)
      const found = after < 0 ? complete(text.slice(at), texts, index) : shape.exec(text.slice(at))
      if (found?.groups) lines.push({ ...lineOf(found.groups), ...(sender && { sender }) })
      else damaged.push({ text: text.slice(at, after < 0 ? undefined : after).trim(), why })
      // The name may itself end like the beginning of a line.
      at = found ? text.indexOf(mark, at + found[0].length) : after
    }
  })
  return { lines, damaged }
}

/** The last line of a text, which may go on below because a mail program broke it: at most two more lines. */
function complete(piece: string, texts: readonly string[], index: number): RegExpExecArray | null {
  let whole = piece.trimEnd()
  for (const next of texts.slice(index + 1, index + 3)) {
    if (shape.exec(whole)?.groups?.['link'] !== undefined || next.includes(mark)) break
    const more = next.replace(quoting, '')
    // A complete line without a link is only continued by its link.
    if (shape.test(whole) && !/^(?:· )?\S*#w\d/u.test(more)) break
    whole = `${whole} ${more}`.replace(/ min (?=\S*#w\d)/u, ' min · ').trimEnd()
  }
  return shape.exec(whole) ?? shape.exec(piece)
}

function lineOf(groups: Readonly<Record<string, string | undefined>>): ResultLine {
  const number = (key: string) => Number(groups[key] ?? 0)
  const words = (key: string) => plainWords(groups[key] ?? '')
  return {
    name: words('name') || 'nobody',
    lesson: words('lesson') || 'untitled',
    met: number('met'),
    total: number('total'),
    hints: number('hints'),
    minutes: number('minutes'),
    link: groups['link'] ?? '',
  }
}
