import type { Focus, OpenedLink } from '#share'
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
  app.show(workspace, { kind: 'copy' })
  app.showBar({ kind: 'shared', from: 'link', title: workspace.title })
  if (problems.length > 0) app.showBar({ kind: 'partlyRead', problems })
  pointAt(store, focus)
}

/** Goes where a link points: to a request, or to a statement. */
export function pointAt(store: AppStore, focus: Focus | undefined): void {
  const { selectScenario, workspace } = store.getState()
  const scenario = focus?.kind === 'request' ? focus.index : focus?.request
  if (scenario !== undefined) selectScenario(scenario)
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
