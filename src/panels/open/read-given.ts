import { failedToRead, importText, type Imported } from '#import'
import type { OpenedLink } from '#share'
import type { Given } from '#store'
import { readLink } from '../link/open-link.ts'
import { isLink } from './is-link.ts'
import { textOfFile } from './text-of-file.ts'

/** What became of something that was brought. */
export interface Taken {
  /** The file's name; pasted text has none. */
  readonly fileName?: string
  /** What may be mended and added all the same. */
  readonly draft?: string
  readonly outcome: Imported | { readonly kind: 'link'; readonly link: OpenedLink }
}

/** Each is read after the other, so that many large files are not in memory at once; more than these nobody looks through. */
const mostFiles = 100

/** Looks into what was brought. What can't be read is told, and nothing is changed. */
export async function readAll(given: readonly Given[]): Promise<readonly Taken[]> {
  const taken: Taken[] = []
  for (const one of given.slice(0, mostFiles)) taken.push(await readOrTell(one))
  if (given.length > mostFiles)
    taken.push({
      outcome: {
        kind: 'unreadable',
        reason: 'tooLarge',
        message: `Only the first ${mostFiles} files were read.`,
      },
    })
  return taken
}

/** One that fails doesn't keep the others from being read. */
async function readOrTell(given: Given): Promise<Taken> {
  try {
    return await read(given)
  } catch {
    return {
      ...(given.kind === 'file' && { fileName: given.file.name }),
      outcome: failedToRead,
    }
  }
}

async function read(given: Given): Promise<Taken> {
  if (given.kind === 'text')
    return isLink(given.text)
      ? { outcome: { kind: 'link', link: await readLink(given.text) } }
      : withDraft(given.text, importText(given.text))
  const { name } = given.file
  const text = await textOfFile(given.file)
  return {
    fileName: name,
    ...(text.kind === 'text'
      ? withDraft(text.text, importText(text.text, name))
      : { outcome: text }),
  }
}

function withDraft(text: string, outcome: Imported): Taken {
  return outcome.kind === 'unreadable' && outcome.draft ? { draft: text, outcome } : { outcome }
}
