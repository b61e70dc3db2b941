import { TextArea } from '#controls'
import { Markdown } from '../markdown/Markdown.tsx'
import styles from './challenge.module.css'

/** A text in Markdown, and below it what it looks like. */
export function MarkdownField({
  label,
  preview,
  rows,
  value,
  onChange,
}: {
  readonly label: string
  /** The name of what is shown below. */
  readonly preview: string
  readonly rows: number
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <div className={styles['markdown']}>
      <TextArea label={label} rows={rows} value={value} onChange={onChange} />
      {value.trim() === '' ? null : (
        <div role="group" aria-label={preview} className={styles['preview']}>
          <Markdown text={value} />
        </div>
      )}
    </div>
  )
}
