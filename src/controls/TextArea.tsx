import { useId, type Ref } from 'react'
import styles from './field.module.css'

/** Several lines of text with their label. */
export function TextArea({
  label,
  labelHidden = false,
  value,
  onChange,
  rows,
  placeholder,
  ref,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** Lines at least; it grows with its text where the browser can. */
  readonly rows: number
  readonly placeholder?: string
  readonly ref?: Ref<HTMLTextAreaElement>
}) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        className={`${styles['input']} ${styles['area']}`}
        rows={rows}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
