import type { Workspace } from '#workspace'
import { lessonKey, type GradedEntry } from './graded-entry.ts'
import { groupedBy } from './grouped-by.ts'

/** What came back from a class: names by lessons. */
export interface ResultTable {
  readonly columns: readonly ResultColumn[]
  readonly rows: readonly ResultRow[]
}

export interface ResultColumn {
  /** The lesson's id, or the title of a challenge. */
  readonly key: string
  /** The trainer's copy of the lesson; without one, only claims are known. */
  readonly lesson: Workspace | undefined
}

export interface ResultRow {
  /** The name as it was written last, with a letter where several people have it. */
  readonly name: string
  /** Which of the people with this name; undefined when there is one. */
  readonly letter: string | undefined
  /** What was typed, without the letter. */
  readonly typed: string
  readonly cells: ReadonlyMap<string, ResultCell>
}

export interface ResultCell {
  /** The last line, which counts. */
  readonly last: Placed
  /** The lines before it, the latest first. */
  readonly earlier: readonly Placed[]
}

/** A graded entry and its place in the list that was collected. */
export interface Placed {
  readonly entry: GradedEntry
  readonly place: number
}

/** What the trainer knows better than the paste. */
export interface PeopleKnown {
  /** Places of entries that come from somebody else than the others under that name. */
  readonly apart?: ReadonlySet<number>
  /** Names that belong to one person, whoever seems to have sent the lines. */
  readonly together?: ReadonlySet<string>
}

/**
 * Puts graded lines into a table. The last line of a person and a lesson counts. Lines with one name are one person's, unless
 * the chat log shows two senders, or the trainer says so; then each gets a letter, in the order of their first lines. A line
 * that was sent again, word for word, is the same line: replies quote.
 */
export function collect(
  entries: readonly GradedEntry[],
  lessons: readonly Workspace[],
  known: PeopleKnown = {},
): ResultTable {
  const people = [...peopleOf(entries, known)]
  const rows = people.flatMap(([typedKey, persons]) =>
    persons.map((placed, index): ResultRow => {
      const typed = placed.at(-1)?.entry.line.name ?? typedKey
      const letter = persons.length > 1 ? letterOf(index) : undefined
      return {
        name: letter ? `${typed} (${letter})` : typed,
        letter,
        typed,
        cells: cellsOf(placed),
      }
    }),
  )
  return { columns: columnsOf(entries, lessons), rows: rows.sort(byName) }
}

/** Names are the same that differ in case or in how their characters are composed. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()

function peopleOf(
  entries: readonly GradedEntry[],
  { apart = new Set(), together = new Set() }: PeopleKnown,
): ReadonlyMap<string, readonly (readonly Placed[])[]> {
  const byTypedName = groupedBy(
    entries.map((entry, place): Placed => ({ entry, place })),
    ({ entry }) => nameKey(entry.line.name),
  )
  return new Map(
    [...byTypedName].map(([name, placed]) => {
      const firsts = withoutRepeats(placed)
      const senders = new Set(firsts.flatMap(({ entry }) => entry.line.sender ?? []))
      const personOf = ({ entry, place }: Placed) => {
        if (apart.has(place)) return `#${place}`
        // With at most one sender in sight, a line without a sender is that person's too.
        return together.has(name) || senders.size <= 1 ? '' : `@${entry.line.sender ?? ''}`
      }
      const known = new Set(firsts.map(personOf))
      const kept = new Set(firsts)
      // A repeat is a quotation, but for somebody who is known to be another person with the same name.
      const own = placed.filter(
        (one) => kept.has(one) || (known.has(personOf(one)) && known.size > 1),
      )
      return [name, [...groupedBy(own, personOf).values()]] as const
    }),
  )
}

function withoutRepeats(placed: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>()
  return placed.filter(({ entry: { line } }) => {
    const { name, lesson, met, total, hints, minutes, link } = line
    const text = JSON.stringify([name, lesson, met, total, hints, minutes, link])
    return !seen.has(text) && seen.add(text)
  })
}

function cellsOf(placed: readonly Placed[]): ReadonlyMap<string, ResultCell> {
  return new Map(
    [...groupedBy(placed, ({ entry }) => entry.lesson)].flatMap(([lesson, lines]) => {
      const [last, ...earlier] = lines.toReversed()
      return last ? [[lesson, { last, earlier }] as const] : []
    }),
  )
}

/** Lessons in the trainer's order, then the ones nobody here knows, by name. */
function columnsOf(
  entries: readonly GradedEntry[],
  lessons: readonly Workspace[],
): readonly ResultColumn[] {
  const named = new Set(entries.map(({ lesson }) => lesson))
  const own = new Map<string, Workspace>()
  for (const lesson of lessons) {
    const key = lessonKey(lesson)
    if (named.has(key) && !own.has(key)) own.set(key, lesson)
  }
  return [
    ...[...own].map(([key, lesson]) => ({ key, lesson })),
    ...[...named]
      .filter((key) => !own.has(key))
      .sort(inWords)
      .map((key) => ({ key, lesson: undefined })),
  ]
}

const inWords = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
const byName = (a: ResultRow, b: ResultRow) => inWords(a.name, b.name)

/** A, B … Z, AA, AB … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`
}
