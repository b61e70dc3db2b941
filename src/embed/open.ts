import { openedWords, openInbound, openPermalink } from '#share'
import type { Workspace } from '#workspace'

/** What the address of an embedded page holds. */
export type Opened =
  | {
      readonly kind: 'workspace'
      readonly workspace: Workspace
      /** The request that the link points at. */
      readonly scenario: number
      /** The policy that the link points at. */
      readonly policy: string | undefined
      /** What could not be read. */
      readonly remark: string | undefined
    }
  | { readonly kind: 'nothing'; readonly heading: string; readonly text: string }

/** Opens a fragment: our own links, and the form that other tools write. Never throws. */
export function openFragment(fragment: string): Opened {
  if (fragment.length < 2)
    return {
      kind: 'nothing',
      heading: 'Nothing to show yet',
      text: 'The address of this page ends with the link of a workspace.',
    }
  const link = openInbound(fragment) ?? openPermalink(fragment)
  const words = openedWords(link)
  if (link.kind !== 'opened')
    return {
      kind: 'nothing',
      heading: words?.heading ?? '',
      // Nothing here was open before, so nothing was left unchanged.
      text: link.kind === 'noWorkspace' ? '' : (words?.text ?? ''),
    }
  const { workspace, focus } = link
  return {
    kind: 'workspace',
    workspace,
    scenario: (focus?.kind === 'request' ? focus.index : focus?.request) ?? 0,
    policy: focus?.kind === 'statement' ? focus.ref.policy : undefined,
    remark: words ? `${words.heading}.` : undefined,
  }
}
