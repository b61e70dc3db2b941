import { Button, Dialog } from '#controls'
import { showSavedWork } from '#store'
import { useApp, useAppStore } from '#store/react'
import { DraftList } from './DraftList.tsx'
import styles from './drafts.module.css'

/** The workspaces kept in this browser: open, rename, duplicate, download and delete them. */
export function DraftsSheet({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore()
  const hidden = useApp((app) => app.savedWorkHidden)
  return (
    <Dialog title="My workspaces" onClose={onClose}>
      {hidden ? (
        <div className={styles['hidden']}>
          <p>Saved work is hidden in this tab. What you edit is kept all the same.</p>
          <Button onPress={() => showSavedWork(store)}>Show my saved work</Button>
        </div>
      ) : (
        <DraftList onClose={onClose} />
      )}
    </Dialog>
  )
}
