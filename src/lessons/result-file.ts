import { readWorkspace, writeWorkspace, type Json, type Workspace } from '#workspace'
import type { Entry } from './graded-entry.ts'
import { readResultLines, writeResultLine, type ResultLine } from './result-line.ts'

/**
 * A result as a file, for classes without a chat: a workspace with the learner's policies, whose description is the result line
 * without its link. It opens like any other workspace.
 */
export function writeResultFile(line: ResultLine, policies: Workspace['policies']): Json {
  const title = `${line.lesson} · ${line.name}`
  return writeWorkspace({
    title,
    description: writeResultLine({ ...line, link: '' }),
    policies,
    scenarios: [],
  })
}

/** The result in a workspace that was handed in as a file; undefined when it holds none. */
export function readResultFile(workspace: Workspace): Entry | undefined {
  const [line] = readResultLines(workspace.description ?? '').lines
  return line && { line, answer: workspace }
}

/** What a trainer has collected, as it is saved and opened again. */
export interface Collected {
  readonly entries: readonly Entry[]
  readonly damaged: readonly string[]
  /** Challenges that were found in the paste: the trainer's copies of what the course doesn't hold. */
  readonly challenges: readonly Workspace[]
  /** Places of entries that come from somebody else. */
  readonly apart: readonly number[]
  /** Names that belong to one person. */
  readonly together: readonly string[]
}

/** Nothing yet. */
export const nothingCollected: Collected = {
  entries: [],
  damaged: [],
  challenges: [],
  apart: [],
  together: [],
}

/** Everything that was collected, as one JSON document. */
export function writeCollected(collected: Collected): Json {
  const { entries, damaged, challenges, apart, together } = collected
  return {
    sidelightResults: 1,
    entries: entries.map(({ line, answer }) => ({
      line: writeResultLine(line),
      ...(line.sender !== undefined && { sender: line.sender }),
      ...(answer && { answer: writeWorkspace(answer) }),
    })),
    damaged,
    challenges: challenges.map(writeWorkspace),
    apart,
    together,
  }
}

/** Reads what `writeCollected` wrote; undefined for any other document. What is malformed in it is left out. */
export function readCollected(document: unknown): Collected | undefined {
  if (typeof document !== 'object' || document === null) return undefined
  const member = (name: string): unknown =>
    Object.hasOwn(document, name)
      ? (document as Readonly<Record<string, unknown>>)[name]
      : undefined
  if (member('sidelightResults') !== 1) return undefined
  const list = (name: string): readonly unknown[] => {
    const value = member(name)
    return Array.isArray(value) ? value : []
  }
  return {
    entries: list('entries').flatMap((value) => readEntry(value) ?? []),
    damaged: list('damaged').filter((value) => typeof value === 'string'),
    challenges: list('challenges').flatMap((value) => readWorkspace(value).workspace ?? []),
    apart: list('apart').filter((value) => typeof value === 'number'),
    together: list('together').filter((value) => typeof value === 'string'),
  }
}

function readEntry(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { line: text, sender, answer } = value as Readonly<Record<string, unknown>>
  const [line] = typeof text === 'string' ? readResultLines(text).lines : []
  if (!line) return undefined
  const { workspace } = answer === undefined ? {} : readWorkspace(answer)
  return {
    line: { ...line, ...(typeof sender === 'string' && { sender }) },
    ...(workspace && { answer: workspace }),
  }
}
