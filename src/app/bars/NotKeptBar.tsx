import { Button, PageBar } from '#controls'
import { downloadWorkspace } from '#panels/share/workspace-file.ts'
import type { Bar } from '#store'
import { useApp, useAppStore } from '#store/react'

const reasons: Readonly<Record<Extract<Bar, { kind: 'notKept' }>['why'], string>> = {
  refused: 'This browser refuses storage (private window?).',
  full: 'This browser’s storage is full.',
}

/** As long as the browser keeps no drafts; it goes when saving works again. */
export function NotKeptBar({ why }: Extract<Bar, { readonly kind: 'notKept' }>) {
  const store = useAppStore()
  const openLayer = useApp((app) => app.openLayer)
  return (
    <PageBar
      label="Drafts"
      icon="warning"
      buttons={
        <>
          <Button look="link" onPress={() => downloadWorkspace(store.getState().workspace)}>
            Download file
          </Button>
          {why === 'full' ? (
            <Button look="link" onPress={() => openLayer({ kind: 'drafts' })}>
              My workspaces…
            </Button>
          ) : null}
        </>
      }
    >
      <strong>Drafts aren’t being kept.</strong> {reasons[why]} Share or download before you close
      the tab.
    </PageBar>
  )
}
