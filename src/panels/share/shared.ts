import type { Workspace } from '#workspace'
import type { Link } from './link-of.ts'

/** What is being shared: the workspace on screen, or a part of it, and its link. */
export interface Shared {
  readonly workspace: Workspace
  readonly link: Link
}
