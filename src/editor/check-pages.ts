import type { AppStore } from '#store'
import { explainCheck } from './convert.ts'
import { allOf, type Disposable } from './disposables.ts'
import { monaco } from './monaco.ts'

// The two ways from a finding in the editor to the help page of its check: a link in the hover, and a code action.

const scheme = 'sidelight-check'

/** What the hover makes a link of. */
export function linkToPage(check: string): { value: string; target: monaco.Uri } {
  return { value: check, target: monaco.Uri.from({ scheme, path: check }) }
}

/** Opens help pages in the app. */
export function registerCheckPages(store: AppStore): Disposable {
  return allOf(
    monaco.editor.registerLinkOpener({
      open: (link) => {
        if (link.scheme !== scheme) return false
        store.getState().openCheckPage(link.path)
        return true
      },
    }),
    monaco.editor.registerCommand(explainCheck, (_, check: unknown) => {
      if (typeof check === 'string') store.getState().openCheckPage(check)
    }),
  )
}
