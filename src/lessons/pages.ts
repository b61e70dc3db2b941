import { readWorkspaces, type Workspace } from '#workspace'
import { lessonFromFolder } from './folder.ts'

/**
 * The second face, for the browser: the content of the course, read through the bundler. Loaded with the panel that shows it,
 * never with the shell.
 */
const pages = import.meta.glob<string>('./*/lesson.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const starts = import.meta.glob<unknown>('./*/start.json', { import: 'default', eager: true })
const solutions = import.meta.glob<unknown>('./*/solution.json', { import: 'default', eager: true })

/** All lessons in the order of their numbers. */
export const course: readonly Workspace[] = Object.keys(pages)
  .sort()
  .map((path) => {
    const folder = path.replace(/\/lesson\.md$/u, '')
    return lessonFromFolder({
      id: folder.replace(/^\.\//u, ''),
      page: pages[path] ?? '',
      start: starts[`${folder}/start.json`],
      solution: solutions[`${folder}/solution.json`],
    })
  })

const wrongAnswers = import.meta.glob<unknown>('./*/wrong-answers.json', { import: 'default' })

/** Answers that learners are likely to give and that don't solve the lesson: for trainers only, fetched when they are asked for. */
export async function wrongAnswersOf(id: string): Promise<readonly Workspace[]> {
  const path = `./${id}/wrong-answers.json`
  const load = Object.hasOwn(wrongAnswers, path) ? wrongAnswers[path] : undefined
  return load ? readWorkspaces(await load()).flatMap(({ workspace }) => workspace ?? []) : []
}
