import {
  canGrade,
  lessonKey,
  readCollected,
  readResultFile,
  readResultLines,
  type Collected,
  type DamagedLine,
  type Entry,
} from '#lessons'
import { openPermalink } from '#share'
import { atItsStart, readWorkspaces, type Workspace } from '#workspace'

/** What is looked at, at most: characters of a paste, lines in the table, damaged lines, challenges. */
const limits = { characters: 5_000_000, lines: 500, damaged: 100, challenges: 50 }
const longestDamaged = 300

/** What was taken in, and what there is to say about it. */
export interface TakenIn {
  readonly collected: Collected
  readonly said: readonly string[]
}

/** What was found in a paste or in files, before it is added to what there is. */
export interface Found {
  readonly entries: readonly Entry[]
  readonly damaged: readonly DamagedLine[]
  readonly challenges: readonly Workspace[]
  /** Places among these entries. */
  readonly apart: readonly number[]
  readonly together: readonly string[]
  readonly said: readonly string[]
}

const nothingFound: Found = {
  entries: [],
  damaged: [],
  challenges: [],
  apart: [],
  together: [],
  said: [],
}

/** Finds the lines in a paste, and the challenges whose links stand in it. */
export function foundInPaste(paste: string): Found {
  // The end, as the last line of a name counts.
  const text = paste.slice(-limits.characters)
  const { lines, damaged } = readResultLines(text)
  return {
    ...nothingFound,
    entries: lines.map((line) => ({ line })),
    damaged,
    challenges: challengesIn(text),
    said: paste.length > text.length ? ['Only the last 5 MB of the paste were read.'] : [],
  }
}

/** Reads a file: a result, a class that was saved, a challenge, or any text with lines. */
export function foundInFile(name: string, text: string): Found {
  const document = jsonOf(text)
  if (document === undefined) return foundInPaste(text)
  const saved = readCollected(document)
  if (saved) {
    const damaged = saved.damaged.map((line) => ({ text: line, why: '' }))
    return { ...nothingFound, ...saved, damaged }
  }
  const workspaces = readWorkspaces(document).flatMap(({ workspace }) => workspace ?? [])
  const entries = workspaces.flatMap((workspace) => readResultFile(workspace) ?? [])
  const challenges = workspaces.filter(({ lesson }) => lesson !== undefined)
  const damaged = entries.length + challenges.length === 0 ? [{ text: name, why: '' }] : []
  return { ...nothingFound, entries, challenges, damaged }
}

/** What was found in several files, in their order. */
export function joined(finds: readonly Found[]): Found {
  let places = 0
  const apart = finds.flatMap((found) => {
    const before = places
    places += found.entries.length
    return placesIn(found).map((place) => place + before)
  })
  return {
    entries: finds.flatMap(({ entries }) => entries),
    damaged: finds.flatMap(({ damaged }) => damaged),
    challenges: finds.flatMap(({ challenges }) => challenges),
    apart,
    together: finds.flatMap(({ together }) => together),
    said: finds.flatMap(({ said }) => said),
  }
}

/** A file can name places it doesn't have: they would be other people's. */
const placesIn = ({ apart, entries }: Found) => apart.filter((place) => place in entries)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Links of challenges that stand in a chat: the trainer posted them there. The first of a name is the one that counts. */
function challengesIn(text: string): readonly Workspace[] {
  const links = text
    .split('\n')
    .filter((line) => !line.includes('Sidelight ·'))
    .flatMap((line) => line.match(/#w\d{1,6}\.[\w-]+\.[\w-]{6}/gu) ?? [])
  // One line can hold thousands.
  return [...new Set(links)].slice(0, limits.challenges).flatMap((link) => {
    const opened = openPermalink(link)
    return opened.kind === 'opened' && opened.workspace.lesson ? [opened.workspace] : []
  })
}

/** Adds what was found, and says what became of it. */
export function added(collected: Collected, found: Found): TakenIn {
  const entries = [...collected.entries, ...found.entries]
  const dropped = Math.max(0, entries.length - limits.lines)
  const places = collected.entries.length
  const apart = [...collected.apart, ...placesIn(found).map((place) => place + places)]
  const damaged = found.damaged.map(({ text }) => shortened(text))
  const tooLarge = found.challenges.filter((challenge) => !canGrade(challenge))
  const challenges = firstOfAName(found.challenges.filter(canGrade))
  return {
    collected: {
      entries: entries.slice(dropped),
      apart: apart.map((place) => place - dropped).filter((place) => place >= 0),
      together: [...new Set([...collected.together, ...found.together])],
      damaged: [...collected.damaged, ...damaged].slice(-limits.damaged),
      challenges: firstOfAName([...collected.challenges, ...challenges]),
    },
    said: [
      ...(damaged.length > 0 ? [`${counted(damaged.length, 'damaged line')}, named below.`] : []),
      ...(dropped > 0
        ? [`The table holds the last ${limits.lines}; ${dropped} before them were left out.`]
        : []),
      ...challenges.map(
        ({ title = 'untitled' }) => `Graded with the challenge ${shortened(title)}.`,
      ),
      ...(tooLarge.length > 0
        ? [`${counted(tooLarge.length, 'challenge')} left out: too large to grade with.`]
        : []),
      ...found.said,
    ],
  }
}

function firstOfAName(challenges: readonly Workspace[]): readonly Workspace[] {
  const byKey = new Map<string, Workspace>()
  for (const challenge of challenges)
    // One that is just being written may have its solution in hand.
    if (!byKey.has(lessonKey(challenge))) byKey.set(lessonKey(challenge), atItsStart(challenge))
  return [...byKey.values()].slice(0, limits.challenges)
}

const shortened = (text: string) =>
  text.length > longestDamaged ? `${text.slice(0, longestDamaged)}…` : text

/** `1 result`, `2 results`. */
export const counted = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`
