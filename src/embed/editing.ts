import type { Workspace } from '#workspace'

/** What is on screen when Edit is pressed, and goes on there. */
export interface EditRequest {
  readonly workspace: Workspace
  readonly scenario: number
  readonly policy: string | undefined
}

/** What the script of the editor does, once it is there. */
export type BeginEditing = (root: HTMLElement, request: EditRequest) => void

declare global {
  /** Where that script leaves it: as a classic script it has no exports. */
  var sidelightEdit: BeginEditing | undefined
}

/** The addresses that the build has written at the script of the page. */
export interface EditFiles {
  readonly script: string
  readonly styles: string
}

/**
 * Loads the editor, which is a classic script for the same reason as the page's own: modules are refused to frames without an
 * origin, wherever the host does not send the header that allows them.
 */
export async function loadEditing(files: EditFiles | undefined): Promise<BeginEditing> {
  if (files) await Promise.all([loadStyles(files.styles), loadScript(files.script)])
  else if (import.meta.env.DEV) await import('./edit/main.tsx')
  if (!globalThis.sidelightEdit) throw new Error('the editor has not arrived')
  return globalThis.sidelightEdit
}

function loadScript(src: string): Promise<void> {
  const script = document.createElement('script')
  script.src = src
  return arrival(script)
}

function loadStyles(href: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  return arrival(link)
}

function arrival(element: HTMLElement): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', () => reject(new Error('a file has not arrived')))
    document.head.append(element)
  })
}
