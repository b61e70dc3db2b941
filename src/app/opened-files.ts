import type { AppStore, Given } from '#store'

/** What the browser hands to an installed app: the files that were opened with it. */
interface LaunchQueue {
  readonly setConsumer: (
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ) => void
}

/** Opens the files that the installed app is started with, where the browser knows how to hand them over. */
export function takeOpenedFiles(store: AppStore): void {
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ files = [] }) => {
    void openFiles(store, files)
  })
}

async function openFiles(store: AppStore, handles: readonly FileSystemFileHandle[]): Promise<void> {
  const found = await Promise.allSettled(handles.map((handle) => handle.getFile()))
  const given = found.flatMap((one): Given[] =>
    one.status === 'fulfilled' ? [{ kind: 'file', file: one.value }] : [],
  )
  const { openLayer, tell } = store.getState()
  if (given.length > 0) openLayer({ kind: 'open', given })
  else if (handles.length > 0) tell('The file can’t be read any more. Nothing was changed.')
}
