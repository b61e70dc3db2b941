import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button, CloseButton } from './Button.tsx'
import styles from './Dialog.module.css'

/**
 * A layer over the page; on a phone a sheet as wide as the screen. The browser keeps the focus in it, closes it on Escape, and gives
 * the focus back.
 */
export function Dialog({
  title,
  onClose,
  children,
  titleHidden = false,
  size = 'fitting',
  closeWords,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly titleHidden?: boolean
  /** `full` takes the whole window; what is in it shares the height. */
  readonly size?: 'fitting' | 'full'
  /** Words instead of the cross, where there is more to it than going away. */
  readonly closeWords?: string
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    // A click beside the dialog closes it; Escape and the button do the same for the keyboard.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-noninteractive-element-interactions -- see above
    <dialog
      ref={dialog}
      className={`${styles['dialog']} ${size === 'full' ? styles['full'] : ''}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className={styles['inside']}>
        <header className={titleHidden ? 'visually-hidden' : styles['header']}>
          <h2 id={id} className={styles['title']}>
            {title}
          </h2>
          {titleHidden ? null : closeWords !== undefined ? (
            <Button look="primary" onPress={() => dialog.current?.close()}>
              {closeWords}
            </Button>
          ) : (
            <CloseButton label="Close" onPress={() => dialog.current?.close()} />
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
