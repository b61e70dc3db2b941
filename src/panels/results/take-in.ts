import {
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

/** Finds the lines in a paste, and the challenges whose links stand in it. */
export function takeInPaste(collected: Collected, paste: string): TakenIn {
  // The end, as the last line of a name counts.
  const text = paste.slice(-limits.characters)
  const { lines, damaged } = readResultLines(text)
  const challenges = challengesIn(text)
  const cut = paste.length > text.length ? [`Only the last 5 MB of the paste were read.`] : []
  return added(collected, { entries: lines.map((line) => ({ line })), damaged, challenges }, cut)
}

/** Reads a file: a result, a class that was saved, a challenge, or any text with lines. */
export function takeInFile(collected: Collected, name: string, text: string): TakenIn {
  const document = jsonOf(text)
  if (document === undefined) return takeInPaste(collected, text)
  const saved = readCollected(document)
  if (saved) {
    const places = collected.entries.length
    const joined = added(collected, {
      ...saved,
      damaged: saved.damaged.map((line) => ({ text: line, why: '' })),
    })
    return {
      ...joined,
      collected: {
        ...joined.collected,
        apart: [...collected.apart, ...saved.apart.map((place) => place + places)],
        together: [...new Set([...collected.together, ...saved.together])],
      },
    }
  }
  const workspaces = readWorkspaces(document).flatMap(({ workspace }) => workspace ?? [])
  const entries = workspaces.flatMap((workspace) => readResultFile(workspace) ?? [])
  const challenges = workspaces.filter(({ lesson }) => lesson !== undefined)
  const damaged = entries.length + challenges.length === 0 ? [{ text: name, why: '' }] : []
  return added(collected, { entries, damaged, challenges })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Links of challenges that stand in a chat: the trainer posted them there. The first of a name is the one that counts. */
function challengesIn(text: string): readonly Workspace[] {
  const links = new Set<string>()
  for (const line of text.split('\n')) {
    if (line.includes('Sidelight ·')) continue
    for (const [link] of line.matchAll(/#w\d{1,6}\.[\w-]+\.[\w-]{6}/gu)) links.add(link)
    if (links.size >= limits.challenges) break
  }
  return [...links].flatMap((link) => {
    const opened = openPermalink(link)
    return opened.kind === 'opened' && opened.workspace.lesson ? [opened.workspace] : []
  })
}

interface Found {
  readonly entries: readonly Entry[]
  readonly damaged: readonly DamagedLine[]
  readonly challenges: readonly Workspace[]
}

function added(collected: Collected, found: Found, more: readonly string[] = []): TakenIn {
  const entries = [...collected.entries, ...found.entries]
  const dropped = Math.max(0, entries.length - limits.lines)
  const damaged = found.damaged.map(({ text }) => shortened(text))
  return {
    collected: {
      ...collected,
      entries: entries.slice(dropped),
      apart: collected.apart.map((place) => place - dropped).filter((place) => place >= 0),
      damaged: [...collected.damaged, ...damaged].slice(-limits.damaged),
      challenges: firstOfAName([...collected.challenges, ...found.challenges]),
    },
    said: [
      `${counted(found.entries.length, 'result')} read.`,
      ...(damaged.length > 0 ? [`${counted(damaged.length, 'damaged line')}, named below.`] : []),
      ...(dropped > 0
        ? [`The table holds the last ${limits.lines}; ${dropped} before them were left out.`]
        : []),
      ...found.challenges.map(
        ({ title = 'untitled' }) => `Graded with the challenge ${shortened(title)}.`,
      ),
      ...more,
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
