import { linkLength } from '#share'
import { challengeToShare, type AppStore } from '#store'
import { setFragment } from '../link/address.ts'
import { keepCopy } from '../link/keep-copy.ts'
import { copyText } from './clipboard.ts'
import { linkInWords, linkOf, requestFocus } from './link-of.ts'

/**
 * Keeps the workspace among the drafts, puts the link to the workspace into the address and the clipboard, and says so. A link that not every program carries is
 * shown in the share sheet first, with what there is to know about its length.
 */
export async function copyLink(store: AppStore): Promise<void> {
  keepCopy(store)
  const { selectedScenario, solutionIncluded, openLayer, tell } = store.getState()
  const workspace = challengeToShare(store.getState().workspace, solutionIncluded)
  const link = linkOf(workspace, requestFocus(selectedScenario))
  const length = linkLength(link.address)
  if (length.kind !== 'tooLong') setFragment(link.fragment)
  if (length.kind !== 'fits') openLayer({ kind: 'share' })
  else if ((await copyText(link.address)) === 'copied')
    tell(`Link copied · ${linkInWords(link, workspace)}`)
  else openLayer({ kind: 'share', refused: link.address })
}
