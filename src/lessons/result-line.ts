/** What a learner hands in: one line of text for any chat. Nothing is sent by the product. */
export interface ResultLine {
  readonly name: string
  /** The lesson's id, or its title for a challenge without one. */
  readonly lesson: string
  readonly met: number
  readonly total: number
  readonly hints: number
  readonly minutes: number
  /** The link with the learner's policies, as it came: maybe cut off on the way. */
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
  const plain = (text: string) => text.replace(/[·\s]+/gu, ' ').trim()
  const hint = `${hints} ${hints === 1 ? 'hint' : 'hints'}`
  return [
    'Sidelight',
    plain(name) || 'nobody',
    plain(lesson),
    `${met}/${total}`,
    hint,
    `${minutes} min`,
    link,
  ].join(' · ')
}

/** A line that looks like a result but cannot be read. */
export interface DamagedLine {
  readonly text: string
  readonly why: string
}

export interface CollectedLines {
  readonly lines: readonly ResultLine[]
  readonly damaged: readonly DamagedLine[]
}

const shape =
  /Sidelight · (?<name>[^·]+) · (?<lesson>[^·]+) · (?<met>\d{1,4})\/(?<total>\d{1,4}) · (?<hints>\d{1,4}) hints? · (?<minutes>\d{1,6}) min(?: · (?<link>\S+))?/u

/**
 * Finds the result lines in any paste, a whole chat log with names and times in between. A line that begins like a result and
 * does not read like one is named, everything else is ignored.
 */
export function readResultLines(paste: string): CollectedLines {
  const lines: ResultLine[] = []
  const damaged: DamagedLine[] = []
  for (const text of paste.split(/\r?\n/u)) {
    if (!text.includes('Sidelight ·')) continue
    const groups = shape.exec(text)?.groups
    if (!groups) {
      damaged.push({
        text: text.trim(),
        why: 'it does not read like a result line; it may have been cut',
      })
      continue
    }
    const number = (key: string) => Number(groups[key] ?? 0)
    lines.push({
      name: (groups['name'] ?? '').trim(),
      lesson: (groups['lesson'] ?? '').trim(),
      met: number('met'),
      total: number('total'),
      hints: number('hints'),
      minutes: number('minutes'),
      link: groups['link'] ?? '',
    })
  }
  return { lines, damaged }
}
