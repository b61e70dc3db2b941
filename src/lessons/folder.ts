import { readWorkspace, writeWorkspace, type Workspace } from '#workspace'
import { readLessonPage, writeLessonPage } from './front-matter.ts'

/** A lesson as a folder of files, pleasant to write; the same thing as a workspace with a `lesson` member. */
export interface LessonFolder {
  readonly id: string
  /** `lesson.md`. */
  readonly page: string
  /** `start.json` and `solution.json`, parsed: workspaces with the same scenarios. */
  readonly start: unknown
  readonly solution: unknown
}

/** The folder as one workspace: the start's policies and tests, everything else in its `lesson`. Throws on a malformed folder. */
export function lessonFromFolder({ id, page, start, solution }: LessonFolder): Workspace {
  const { title, lesson } = readLessonPage(page)
  const [from, to] = [start, solution].map((value) => {
    const { workspace, problems } = readWorkspace(value)
    const [first] = problems
    if (!workspace || first)
      throw new SyntaxError(`${id}: ${first?.path ?? ''} ${first?.message ?? ''}`)
    return workspace
  })
  return {
    title,
    policies: from?.policies ?? [],
    scenarios: from?.scenarios ?? [],
    lesson: { ...lesson, id, ...(to && { solution: to.policies }) },
  }
}

/** An authored lesson taken apart into files. The inverse of `lessonFromFolder`, for a workspace that has a `lesson`. */
export function lessonToFolder(workspace: Workspace): LessonFolder | undefined {
  const { title = '', lesson, ...rest } = workspace
  if (!lesson) return undefined
  const { id = 'lesson', solution, ...page } = lesson
  return {
    id,
    page: writeLessonPage({ title, lesson: page }),
    start: writeWorkspace({ title, ...rest }),
    solution: writeWorkspace({ title, ...rest, policies: solution ?? rest.policies }),
  }
}
