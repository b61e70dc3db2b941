import { readWorkspace, writeWorkspace, type ReadProblem, type Workspace } from '#workspace'

/** A workspace kept in this browser. */
export interface Draft {
  readonly kind: 'draft'
  readonly id: string
  readonly title: string | undefined
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** The size of its file. */
  readonly bytes: number
  /** Changes with every save: who has read or written another one must not write over it. */
  readonly revision: string
  readonly workspace: Workspace
  /** What was left out in reading: what is stored holds more than can be shown. */
  readonly problems: readonly ReadProblem[]
}

/** Something stored among the drafts that is none: of a version to come, damaged, or of another program of this host. */
export interface UnreadableDraft {
  readonly kind: 'unreadable'
  readonly id: string
  readonly why: string
  /** As it is stored. */
  readonly raw: string
  readonly bytes: number
}

export type DraftEntry = Draft | UnreadableDraft

/** A draft as it is stored under its id. */
export interface DraftRecord {
  readonly savedAt: number
  readonly bytes: number
  readonly revision: string
  readonly workspace: unknown
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length

/** A workspace as it goes into the database. */
export function draftRecord(workspace: Workspace, savedAt: number, revision: string): DraftRecord {
  const written = writeWorkspace(workspace)
  return { savedAt, bytes: sizeOf(JSON.stringify(written)), revision, workspace: written }
}

const membersOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined

/** The revision of what is stored; nothing that this program wrote has an empty one. */
export function revisionOf(stored: unknown): string {
  const { revision } = membersOf(stored)
  return typeof revision === 'string' ? revision : ''
}

/** What is stored under an id, whoever has written it. Never throws. */
export function readDraft(id: string, stored: unknown): DraftEntry {
  const { savedAt, bytes, workspace: written } = membersOf(stored)
  const { workspace, problems } = readWorkspace(written)
  if (!workspace) {
    const raw = rawText(stored)
    const [problem] = problems
    const why = problem
      ? [problem.path, problem.message].filter(Boolean).join(': ')
      : 'It holds no workspace.'
    return { kind: 'unreadable', id, why, raw, bytes: sizeOf(raw) }
  }
  return {
    kind: 'draft',
    id,
    title: workspace.title,
    // Whatever has no time of its own is the oldest.
    savedAt: numberOf(savedAt) ?? 0,
    bytes: numberOf(bytes) ?? sizeOf(rawText(written)),
    revision: revisionOf(stored),
    workspace,
    problems,
  }
}

/** As JSON where it is some: the database also takes what JSON cannot say. */
function rawText(stored: unknown): string {
  try {
    const text: unknown = JSON.stringify(stored, null, 2)
    return typeof text === 'string' ? text : String(stored)
  } catch {
    return String(stored)
  }
}
