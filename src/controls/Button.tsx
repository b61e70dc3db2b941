import type { ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'
import styles from './Button.module.css'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly icon?: IconName
  /** `primary` is the one thing to do here, `quiet` stands among words, `link` reads as part of a sentence. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'chip' | 'link'
  readonly isDisabled?: boolean
  /** Where the words alone don't tell enough apart: "Remove team=red". Begins with the words on the button. */
  readonly label?: string
  /** What the button shows or hides. */
  readonly expands?: { readonly id: string; readonly open: boolean }
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export function Button({
  children,
  onPress,
  icon,
  look = 'plain',
  isDisabled = false,
  label,
  expands,
  pressed,
  ref,
}: ButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={`${styles['button']} ${styles[look]}`}
      disabled={isDisabled}
      aria-label={label}
      aria-expanded={expands?.open}
      aria-controls={expands?.id}
      aria-pressed={pressed}
      onClick={onPress && (() => onPress())}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

/** The only button without words on it. */
export function CloseButton({
  label,
  onPress,
}: {
  readonly label: string
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      className={`${styles['button']} ${styles['close']}`}
      aria-label={label}
      onClick={() => onPress()}
    >
      <Icon name="close" size={14} />
    </button>
  )
}
