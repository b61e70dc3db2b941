import type { OpenedLink } from '#share'
import { sourceOf, type AppStore } from '#store'
import type { Workspace } from '#workspace'

// The library that reads links is fetched when there is a link to read.

/** What a link holds: a whole address or its fragment, of ours or of another tool. */
export async function readLink(link: string): Promise<OpenedLink> {
  const { openInbound, openPermalink } = await import('#share')
  return openInbound(link) ?? openPermalink(link)
}

/** Shows what a link holds as a copy of its own, or says why that cannot be; the visitor's own work is left alone. */
export function showLink(store: AppStore, link: OpenedLink): void {
  const app = store.getState()
  if (link.kind !== 'opened') {
    app.openLayer({ kind: 'badLink', link })
    return
  }
  const { workspace, problems, focus } = link
  const scenario = focus?.kind === 'request' ? focus.index : focus?.request
  app.show(workspace, { kind: 'copy' }, scenario === undefined ? {} : { scenario })
  app.showBar({ kind: 'shared', from: 'link', title: workspace.title })
  if (problems.length > 0) app.showBar({ kind: 'partlyRead', problems })
  if (focus?.kind === 'statement') focusStatement(store, workspace, focus.ref)
}

function focusStatement(
  store: AppStore,
  { policies }: Workspace,
  ref: { readonly policy: string; readonly statement: number },
): void {
  const policy = policies.find(({ name }) => name === ref.policy)
  const span = policy && sourceOf(policy).document?.statements[ref.statement]?.span
  if (policy && span) store.getState().setFocus(policy.name, span)
}
