import { useEffect, useId, useRef, type ReactNode } from 'react'
import { CloseButton } from './Button.tsx'
import styles from './Dialog.module.css'

/** A layer over the page. The browser keeps the focus in it, closes it on Escape, and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
  titleHidden = false,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly titleHidden?: boolean
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
      className={styles['dialog']}
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
          {titleHidden ? null : (
            <CloseButton label="Close" onPress={() => dialog.current?.close()} />
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
