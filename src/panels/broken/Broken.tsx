import { Button, Icon } from '#controls'
import { useAppStore } from '#store/react'
import { writeWorkspace } from '#workspace'
import styles from './broken.module.css'

/** What stands in the place of a part that broke. The text is in the store, and the others go on. */
export function Broken() {
  const store = useAppStore()
  const copy = () => {
    const { workspace, announce } = store.getState()
    navigator.clipboard.writeText(JSON.stringify(writeWorkspace(workspace), undefined, 2)).then(
      () => announce('Workspace copied.'),
      () => announce("Couldn't reach the clipboard."),
    )
  }
  return (
    <div className={styles['broken']} role="alert">
      <p className={styles['heading']}>
        <Icon name="open" size={20} /> Something broke on our side
      </p>
      <p>Your text is safe. Copy it, or reload.</p>
      <div className={styles['buttons']}>
        <Button onPress={copy}>Copy workspace</Button>
        <Button onPress={() => location.reload()}>Reload</Button>
      </div>
    </div>
  )
}
