import type { OpenedLink } from './permalink.ts'

/** What a button under a message does. */
export type LinkAction =
  | 'keepCopy'
  | 'goToDraft'
  | 'pasteLink'
  | 'openFile'
  | 'startNew'
  | 'reload'
  | 'showReadable'
  | 'showDetails'
  | 'dismiss'
  | 'copyAnyway'
  | 'downloadFile'
  | 'leaveOutTests'

export interface LinkButton {
  readonly action: LinkAction
  readonly label: string
}

/** Something to say about a link: the same words on the page and in the terminal. */
export interface LinkMessage {
  readonly heading: string
  readonly text: string
  readonly buttons: readonly LinkButton[]
}

const button = (action: LinkAction, label: string): LinkButton => ({ action, label })
const goToDraft = button('goToDraft', 'Go to my draft')
const downloadFile = button('downloadFile', 'Download file')

/** The bar above a shared workspace. */
export const sharedBar = (title: string | undefined): LinkMessage => ({
  heading: title ? `Shared workspace: ${title}.` : 'Shared workspace.',
  text: 'Your own draft is untouched.',
  buttons: [button('keepCopy', 'Keep a copy'), button('goToDraft', 'Back to my draft')],
})

/** What there is to say when a link is opened; nothing when all is well. */
export function openedWords(link: OpenedLink): LinkMessage | undefined {
  switch (link.kind) {
    case 'opened':
      return link.problems.length > 0 ? partlyReadWords(link.problems) : undefined
    case 'cutOff':
      return {
        heading: 'This link was cut off',
        text: 'The end is missing, often because a chat or mail program shortened it. Ask for it again, or for the workspace file.',
        buttons: [
          button('pasteLink', 'Paste the full link'),
          button('openFile', 'Open a file'),
          goToDraft,
        ],
      }
    case 'altered':
      return {
        heading: 'This link was changed on the way',
        text: "Its check doesn't match its content, so it wasn't opened.",
        buttons: [button('pasteLink', 'Paste it again'), goToDraft],
      }
    case 'noWorkspace':
      return {
        heading: "This link doesn't hold a workspace",
        text: 'Nothing was changed.',
        buttons: [button('startNew', 'Start new'), goToDraft],
      }
    case 'tooLarge':
      return {
        heading: 'This link unpacks to more than 1 MB',
        text: "It wasn't opened, to protect this tab. If you trust the sender, ask for the file.",
        buttons: [goToDraft],
      }
    case 'newer':
      return {
        heading: 'This link needs a newer Sidelight',
        text: `It uses format ${link.version}; this copy reads up to ${link.readable}. Reload to update. If this is a self-hosted copy, its owner must update it.`,
        buttons: [
          button('reload', 'Reload'),
          ...(link.workspace ? [button('showReadable', 'Show what can be read')] : []),
        ],
      }
  }
}

type Problems = Extract<OpenedLink, { kind: 'opened' }>['problems']

/** The bar above a workspace of which some parts could not be read. */
export function partlyReadWords(problems: Problems): LinkMessage {
  const [first] = problems
  const parts = problems.length === 1 ? '1 part' : `${problems.length} parts`
  const more = problems.length === 1 ? 'The rest is complete.' : 'The details name the others.'
  return {
    heading: `Opened with ${parts} left out`,
    text: `${first ? describeProblem(first) : ''} ${more}`,
    buttons: [button('showDetails', 'Show details'), button('dismiss', 'OK')],
  }
}

/** `scenarios[3].principal` "must be …" as a person counts: "Scenario 4, principal: must be …". */
export function describeProblem({ path, message }: Problems[number]): string {
  const item = /^(policies|scenarios)\[(\d{1,9})\](?:\.|$)?/u.exec(path)
  const place = item
    ? [
        `${item[1] === 'policies' ? 'Policy' : 'Scenario'} ${Number(item[2]) + 1}`,
        path.slice(item[0].length),
      ]
        .filter((part) => part !== '')
        .join(', ')
    : path || 'The document'
  return `${place}: ${message}.`
}

/** How far a link will travel, by its whole length with the address in front. */
export type LinkLength =
  | { readonly kind: 'fits'; readonly characters: number }
  /** Above 2,000 characters, where chats begin to cut. */
  | { readonly kind: 'longForChat'; readonly characters: number }
  /** Above 8,000 characters, where mail programs do. */
  | { readonly kind: 'longForMail'; readonly characters: number }
  /** Above 64,000 characters: only a file will do. */
  | { readonly kind: 'tooLong'; readonly characters: number }

/** The class of a link by its length. */
export function linkLength(link: string): LinkLength {
  const characters = link.length
  if (characters > 64_000) return { kind: 'tooLong', characters }
  if (characters > 8_000) return { kind: 'longForMail', characters }
  if (characters > 2_000) return { kind: 'longForChat', characters }
  return { kind: 'fits', characters }
}

/** What there is to say before a link is copied; nothing when it fits everywhere. `fileBytes`: what a file would weigh. */
export function lengthWords(length: LinkLength, fileBytes: number): LinkMessage | undefined {
  switch (length.kind) {
    case 'fits':
      return undefined
    case 'longForChat':
    case 'longForMail':
      return {
        heading: `This link is ${grouped(length.characters)} characters`,
        text: 'Chats often cut links above 2,000, mail programs above 8,000. A file always works.',
        buttons: [
          button('copyAnyway', 'Copy anyway'),
          downloadFile,
          button('leaveOutTests', 'Leave out tests'),
        ],
      }
    case 'tooLong':
      return {
        heading: 'Too big for a link',
        text: `Share it as a file (${grouped(Math.ceil(fileBytes / 1024))} KB).`,
        buttons: [downloadFile],
      }
  }
}

/** The number with a comma between thousands, on every machine the same. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}
