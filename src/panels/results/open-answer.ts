import { openPermalink } from '#share'
import type { OpenedAnswer } from '#lessons'

/** What is behind the link of a result line. Never throws. */
export function openAnswer(link: string): OpenedAnswer {
  const opened = openPermalink(link)
  switch (opened.kind) {
    case 'opened':
      return { kind: 'opened', workspace: opened.workspace }
    case 'cutOff':
      return { kind: 'cutOff' }
    case 'altered':
      return { kind: 'unreadable', why: 'was changed on the way' }
    case 'noWorkspace':
      // What is left of a link that was cut early does not look like one.
      return link.includes('#w') || !link.includes('#')
        ? { kind: 'cutOff' }
        : { kind: 'unreadable', why: 'doesn’t hold a workspace' }
    case 'tooLarge':
      return { kind: 'tooLarge' }
    case 'newer':
      return { kind: 'unreadable', why: 'needs a newer Sidelight' }
  }
}
