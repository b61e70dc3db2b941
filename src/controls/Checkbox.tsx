import { Icon } from './icons.tsx'
import styles from './field.module.css'

/** On or off, with words. */
export function Checkbox({
  label,
  labelHidden = false,
  checked,
  onChange,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles['box']}>
        <Icon name="passed" size={14} />
      </span>
      <span className={labelHidden ? 'visually-hidden' : undefined}>{label}</span>
    </label>
  )
}
