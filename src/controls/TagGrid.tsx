import { useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { Button } from './Button.tsx'
import { Icon } from './icons.tsx'
import { TextField } from './TextField.tsx'
import styles from './TagGrid.module.css'

export type TagValues = Readonly<Record<string, string>>

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
          <TagGroup
            aria-label={label}
            className={styles['group'] ?? ''}
            onRemove={(keys) => {
              const removed = new Set([...keys].map(String))
              onRemove(
                Object.fromEntries(entries.filter(([key]) => !removed.has(key))),
                [...removed].join(', '),
              )
            }}
          >
            <TagList className={styles['list'] ?? ''}>
              {entries.map(([key, value]) => (
                <Tag
                  key={key}
                  id={key}
                  textValue={`${key}=${value}`}
                  className={styles['tag'] ?? ''}
                  onAction={() => setForm({ editing: key, key, value })}
                >
                  <span className={styles['text']}>
                    {key}={value}
                  </span>
                  <AriaButton slot="remove" className={styles['remove'] ?? ''}>
                    <Icon name="close" size={12} />
                  </AriaButton>
                </Tag>
              ))}
            </TagList>
          </TagGroup>
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
