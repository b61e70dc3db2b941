import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { TextField } from './TextField.tsx'
import styles from './TagGrid.module.css'

export type TagValues = Readonly<Record<string, string>>

// What makes a grid of the tags comes behind the first paint; until then they are only shown.
const TagRows = lazy(async () => ({ default: (await import('./TagRows.tsx')).TagRows }))

/**
 * Tags as a grid of one row each: Tab enters once, arrows move, Enter edits, Delete removes. A small form adds one or
 * changes one.
 */
export function TagGrid({
  label,
  tags,
  onChange,
  onRemove,
  offered,
}: {
  readonly label: string
  readonly tags: TagValues
  readonly onChange: (tags: TagValues) => void
  readonly onRemove: (tags: TagValues, removed: string) => void
  /** Tag keys that the policies read and the request does not carry. */
  readonly offered: readonly { readonly key: string; readonly values: readonly string[] }[]
}) {
  const [form, setForm] = useState<TagFormValues | undefined>(undefined)
  const addButton = useRef<HTMLButtonElement>(null)
  const entries = Object.entries(tags)

  const close = () => {
    setForm(undefined)
    // The form goes away under the focus; without this it would fall to the page.
    requestAnimationFrame(() => addButton.current?.focus())
  }

  const save = ({ editing, key, value }: TagFormValues) => {
    if (key.trim() === '') return
    const kept = entries.map(([name, old]): [string, string] =>
      name === editing ? [key, value] : [name, old],
    )
    onChange(Object.fromEntries(editing === undefined ? [...entries, [key, value]] : kept))
    close()
  }

  return (
    <div className={styles['grid']}>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      <div className={styles['tags']}>
        {entries.length > 0 ? (
          <Suspense fallback={<PlainTags tags={tags} />}>
            <TagRows
              label={label}
              tags={tags}
              onEdit={(key, value) => setForm({ editing: key, key, value })}
              onRemove={(removed) =>
                onRemove(
                  Object.fromEntries(entries.filter(([key]) => !removed.has(key))),
                  [...removed].join(', '),
                )
              }
            />
          </Suspense>
        ) : null}
        {form ? null : (
          <>
            {offered.map(({ key, values }) => (
              <Button
                key={key}
                look="chip"
                icon="add"
                label={`${key}: add to ${label.toLowerCase()}`}
                onPress={() => setForm({ editing: undefined, key, value: values[0] ?? '' })}
              >
                {key}
              </Button>
            ))}
            <Button
              ref={addButton}
              look="quiet"
              icon="add"
              label={`Tag: add to ${label.toLowerCase()}`}
              onPress={() => setForm({ editing: undefined, key: '', value: '' })}
            >
              Tag
            </Button>
          </>
        )}
      </div>
      {form ? <TagForm label={label} start={form} onSave={save} onCancel={close} /> : null}
    </div>
  )
}

/** The tags in the place and the size of the rows they become. */
function PlainTags({ tags }: { readonly tags: TagValues }) {
  return (
    <div className={styles['group']}>
      {Object.entries(tags).map(([key, value]) => (
        <span key={key} className={styles['tag']}>
          <span className={styles['text']}>
            {key}={value}
          </span>
          <span className={styles['remove']} />
        </span>
      ))}
    </div>
  )
}

interface TagFormValues {
  /** The key of the tag that is changed; undefined for a new one. */
  readonly editing: string | undefined
  readonly key: string
  readonly value: string
}

function TagForm({
  label,
  start,
  onSave,
  onCancel,
}: {
  readonly label: string
  readonly start: TagFormValues
  readonly onSave: (values: TagFormValues) => void
  readonly onCancel: () => void
}) {
  const [values, setValues] = useState(start)
  const submit = () => onSave(values)
  return (
    <div className={styles['form']} role="group" aria-label={`${label}: one tag`}>
      <TextField
        label="Key"
        code
        value={values.key}
        focusAtFirst={start.key === ''}
        onChange={(key) => setValues({ ...values, key })}
        onSubmit={submit}
        onCancel={onCancel}
      />
      <TextField
        label="Value"
        code
        value={values.value}
        focusAtFirst={start.key !== ''}
        onChange={(value) => setValues({ ...values, value })}
        onSubmit={submit}
        onCancel={onCancel}
      />
      <Button onPress={submit} isDisabled={values.key.trim() === ''}>
        {start.editing === undefined ? 'Add tag' : 'Save tag'}
      </Button>
      <Button look="quiet" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
