import { nothingCollected, type Collected } from '#lessons'
import type { AppStore } from '#store'
import { textOfFile } from '../open/text-of-file.ts'
import { added, counted, foundInFile, foundInPaste, joined, type Found } from './take-in.ts'

const mostFiles = 500

/** Adds the lines of a paste to the results in the bar, and answers what there is to say about it. */
export function takePaste(store: AppStore, paste: string): readonly string[] {
  const found = foundInPaste(paste)
  return [`${counted(found.entries.length, 'result')} read.`, ...take(store, found)]
}

/** Adds what files hold, all at once when the last is read: whatever was pasted in the meantime stays. */
export async function takeFiles(
  store: AppStore,
  files: readonly File[],
): Promise<readonly string[]> {
  const finds: Found[] = []
  const unread: string[] = []
  for (const file of files.slice(0, mostFiles)) {
    const read = await textOfFile(file)
    if (read.kind === 'text') finds.push(foundInFile(file.name, read.text))
    else unread.push(`${file.name}: ${read.message}`)
  }
  const found = joined(finds)
  const more = files.length > mostFiles ? [`Only the first ${mostFiles} files were read.`] : []
  const counts = `Files: ${files.length}, results: ${found.entries.length}.`
  return [...new Set([counts, ...take(store, found), ...unread, ...more])]
}

function take(store: AppStore, found: Found): readonly string[] {
  const { collected, said } = added(withOwnChallenge(store, collectedIn(store)), found)
  store.getState().showBar({ kind: 'results', collected })
  return said
}

function collectedIn(store: AppStore): Collected {
  const bar = store.getState().bars.find(({ kind }) => kind === 'results')
  return bar?.kind === 'results' ? bar.collected : nothingCollected
}

/** A challenge on the screen is the trainer's own copy of it. */
function withOwnChallenge(store: AppStore, collected: Collected): Collected {
  const { exercise, workspace } = store.getState()
  const own = [exercise?.lesson, workspace].flatMap((one) => (one?.lesson ? [one] : []))
  return { ...collected, challenges: [...collected.challenges, ...own] }
}
