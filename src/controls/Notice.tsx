import { Button, CloseButton } from './Button.tsx'
import styles from './Notice.module.css'

/** Something that was done. With a way back it stays until it is used or dismissed. */
export function Notice({
  text,
  onUndo,
  onDismiss,
}: {
  readonly text: string
  readonly onUndo: (() => void) | undefined
  readonly onDismiss: () => void
}) {
  return (
    <div className={styles['notice']}>
      <p className={styles['text']}>{text}</p>
      {onUndo ? (
        <Button look="link" icon="undo" onPress={onUndo}>
          Undo
        </Button>
      ) : null}
      <CloseButton label="Dismiss" onPress={onDismiss} />
    </div>
  )
}
