import type { OpenedLink } from '#share'
import type { ReadProblem, Workspace } from '#workspace'

/** What lies over the page, at most one at a time. Each has a row in the app's table of layers. */
export type Layer =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keyboard' }
  | { readonly kind: 'about' }
  /** The list of drafts. */
  | { readonly kind: 'drafts' }
  /** On a phone: what the token at the caret means. */
  | { readonly kind: 'explanation' }
  /** On a phone: the text of the selected policy, in a plain field. */
  | { readonly kind: 'edit' }
  /** On a phone: the name, the type and the attachment of the selected policy. */
  | { readonly kind: 'policy' }
  /** The results of a class, for its trainer. */
  | { readonly kind: 'results' }
  /** How to teach with the lessons. */
  | { readonly kind: 'guide' }
  | ShareLayer
  | OpenLayer
  | CourseLayer
  /** A link that could not be opened, or only in part. */
  | { readonly kind: 'badLink'; readonly link: BadLink }
  /** What of an opened link was left out. */
  | { readonly kind: 'linkProblems'; readonly problems: readonly ReadProblem[] }
  /** How other tools open something here. */
  | { readonly kind: 'inbound' }

/** Where lessons are chosen, begun, and handed in. */
export type CourseLayer =
  | { readonly kind: 'course' }
  /** What a lesson is about, before it begins: one of the course by its id, or one that came with a link or a file. */
  | { readonly kind: 'startLesson'; readonly lesson: string | Workspace }
  /** The line with the result, for the chat of the class. */
  | { readonly kind: 'result' }

export type BadLink = Exclude<OpenedLink, { readonly kind: 'opened' }>

/** What is to be opened: something that was brought, or nothing yet. */
export interface OpenLayer {
  readonly kind: 'open'
  readonly given?: readonly Given[]
}

/** A file, or text that was pasted. Nobody has looked into it. */
export type Given =
  { readonly kind: 'file'; readonly file: File } | { readonly kind: 'text'; readonly text: string }

/** The ways out of the page; with a refused text, which waits selected to be copied by hand. */
export interface ShareLayer {
  readonly kind: 'share'
  readonly refused?: string
}
