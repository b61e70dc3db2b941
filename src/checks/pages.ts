/**
 * The help pages of the checks, for the app: each is fetched when someone opens it. This is the second face of the folder; it needs
 * the bundler, so it belongs to the web project.
 */
import { readPage, type CheckPage } from './page.ts'

const pages = import.meta.glob<string>('./*/*.md', { query: '?raw', import: 'default' })

const loaders = new Map(
  Object.entries(pages).map(([path, load]) => [path.replace(/^.*\/|\.md$/gu, ''), load]),
)

/** The help page of a check by its id; undefined for an id without one. */
export async function checkPage(id: string): Promise<CheckPage | undefined> {
  const load = loaders.get(id)
  return load && readPage(await load())
}
