import { useEffect, useId, useRef } from 'react'
import styles from './field.module.css'

/** A line of text with its label. */
export function TextField({
  label,
  value,
  onChange,
  onSubmit,
  onCancel,
  placeholder,
  code = false,
  labelHidden = false,
  labelBeside = false,
  problem,
  focusAtFirst = false,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter. */
  readonly onSubmit?: () => void
  /** Escape. */
  readonly onCancel?: () => void
  readonly placeholder?: string
  readonly code?: boolean
  /** The label is there for screen readers; what is seen around the field says the same. */
  readonly labelHidden?: boolean
  /** The label stands before the field, not above it. */
  readonly labelBeside?: boolean
  /** What is wrong with the value. */
  readonly problem?: string | undefined
  /** The field was just asked for: the focus goes into it, with its text selected. */
  readonly focusAtFirst?: boolean
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!focusAtFirst) return
    // A dialog that opens around the field gives the focus to what has this.
    input.current?.setAttribute('autofocus', '')
    input.current?.focus()
    input.current?.select()
    // Only when it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div className={`${styles['field']} ${labelBeside ? styles['beside'] : ''}`}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={`${styles['input']} ${code ? styles['code'] : ''}`}
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        title={value.length > 40 ? value : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onSubmit) {
            event.preventDefault()
            onSubmit()
          }
          if (event.key === 'Escape' && onCancel) {
            event.stopPropagation()
            onCancel()
          }
        }}
      />
      {problem ? (
        <p id={`${id}-problem`} className={styles['problem']}>
          {problem}
        </p>
      ) : null}
    </div>
  )
}
