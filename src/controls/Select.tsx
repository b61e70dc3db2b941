import { useId } from 'react'
import styles from './field.module.css'

/** One of a few: the browser's own select, which every screen reader and phone knows. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  labelHidden = false,
  labelBeside = false,
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly text: string }[]
  readonly onChange: (value: Value) => void
  readonly labelHidden?: boolean
  /** The label stands before the field, not above it. */
  readonly labelBeside?: boolean
}) {
  const id = useId()
  return (
    <div className={`${styles['field']} ${labelBeside ? styles['beside'] : ''}`}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={`${styles['input']} ${styles['select']}`}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
