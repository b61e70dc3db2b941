import { createStore, del, entries, get, set, update } from 'idb-keyval'
import {
  readWorkspace,
  writeWorkspace,
  type Json,
  type Scenario,
  type Workspace,
  type WorkspacePolicy,
} from '#workspace'

/** How far somebody is with a lesson or a challenge, and their answer. */
export interface Progress {
  /** The lesson's: its id in the course, else made from what it holds. */
  readonly key: string
  readonly title: string
  /** The lesson as given, where it is not one of the course. */
  readonly lesson?: Workspace
  readonly policies: readonly WorkspacePolicy[]
  /** Requests of the learner's own. */
  readonly scenarios: readonly Scenario[]
  readonly hints: number
  readonly solutionShown: boolean
  readonly seconds: number
  readonly met: number
  readonly total: number
  /** It was solved once. */
  readonly solved: boolean
}

// A database of its own, so that emptying it touches no draft. Opened when it is first needed: a browser may refuse.
let opened: ReturnType<typeof createStore> | undefined
const database = () => (opened ??= createStore('sidelight-progress', 'lessons'))

/** The entry that names the lesson on the screen; no lesson has an empty key. */
const openEntry = ''

/** What is kept of a lesson. */
export async function loadProgress(key: string): Promise<Progress | undefined> {
  return readProgress(await get<unknown>(key, database()))
}

/** What is kept of all lessons. */
export async function allProgress(): Promise<readonly Progress[]> {
  const kept = await entries<string, unknown>(database())
  return kept.flatMap(([key, value]) => (key === openEntry ? [] : (readProgress(value) ?? [])))
}

/**
 * Keeps an answer. Of two tabs with the same lesson the last to be edited is kept, as a whole; what both have reached stays: solved
 * is solved, and no hint is taken back.
 */
export async function saveProgress(progress: Progress): Promise<void> {
  await update<unknown>(
    progress.key,
    (kept) => {
      const before = readProgress(kept)
      return writeProgress({
        ...progress,
        solved: progress.solved || before?.solved === true,
        hints: Math.max(progress.hints, before?.hints ?? 0),
      })
    },
    database(),
  )
}

/** Forgets lessons. */
export async function removeProgress(keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => del(key, database())))
}

/** Puts lessons back as they were. */
export async function putProgress(list: readonly Progress[]): Promise<void> {
  await Promise.all(list.map((progress) => set(progress.key, writeProgress(progress), database())))
}

/** Remembers which lesson is on the screen, for the next visit; none when it was left. */
export async function rememberLesson(key: string | undefined): Promise<void> {
  await (key === undefined ? del(openEntry, database()) : set(openEntry, key, database()))
}

/** The lesson that was on the screen when the page was left. */
export async function rememberedLesson(): Promise<Progress | undefined> {
  const key = await get<unknown>(openEntry, database())
  return typeof key === 'string' && key !== openEntry ? loadProgress(key) : undefined
}

/** All progress as a file. */
export const progressFile = (list: readonly Progress[]): Json => ({
  'sidelight-progress': 1,
  lessons: list.map(writeProgress),
})

/** Reads a file of `progressFile`; undefined when it is none. What cannot be read of it is left out. */
export function readProgressFile(value: unknown): readonly Progress[] | undefined {
  if (!isRecord(value) || value['sidelight-progress'] !== 1 || !Array.isArray(value['lessons']))
    return undefined
  return value['lessons'].flatMap((one: unknown) => readProgress(one) ?? [])
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function writeProgress({ lesson, policies, scenarios, ...progress }: Progress): Json {
  return {
    ...progress,
    ...(lesson ? { lesson: writeWorkspace(lesson) } : {}),
    answer: writeWorkspace({ policies, scenarios }),
  }
}

/** What was stored by us, an older version of us, or brought in a file. Never throws. */
function readProgress(value: unknown): Progress | undefined {
  if (!isRecord(value)) return undefined
  const { key, title, hints, seconds, met, total } = value
  const answer = readWorkspace(value['answer']).workspace
  const lesson = readWorkspace(value['lesson']).workspace
  if (typeof key !== 'string' || key === openEntry || !answer) return undefined
  return {
    key,
    title: typeof title === 'string' ? title : key,
    ...(lesson?.lesson ? { lesson } : {}),
    policies: answer.policies,
    scenarios: answer.scenarios,
    hints: countOf(hints),
    solutionShown: value['solutionShown'] === true,
    seconds: countOf(seconds),
    met: countOf(met),
    total: countOf(total),
    solved: value['solved'] === true,
  }
}

const countOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0
