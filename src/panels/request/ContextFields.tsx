import { useState } from 'react'
import { Button, CloseButton, SuggestBox } from '#controls'
import { globalKeys } from '#reference'
import type { Offer } from './offers.ts'
import styles from './request.module.css'

type ContextValues = Readonly<Record<string, string | readonly string[]>>

/** The context keys that are set by hand, each with one value or many; a key that isn't here is absent. */
export function ContextFields({
  context,
  offers,
  onChange,
  onRemove,
}: {
  readonly context: ContextValues
  readonly offers: readonly Offer[]
  readonly onChange: (context: ContextValues) => void
  readonly onRemove: (context: ContextValues, removed: string) => void
}) {
  const [newKey, setNewKey] = useState<string | undefined>(undefined)
  const entries = Object.entries(context)

  const set = (key: string, value: string | readonly string[]) =>
    onChange({ ...context, [key]: value })
  const add = (key: string, value: string | readonly string[] = '') => {
    if (key.trim() !== '') set(key.trim(), value)
    setNewKey(undefined)
  }

  return (
    <div className={styles['context']} role="group" aria-label="Context">
      <span className={styles['label']} aria-hidden="true">
        Context
      </span>
      <div className={styles['entries']}>
        {entries.map(([key, value]) => (
          <ContextKey
            key={key}
            name={key}
            value={value}
            suggestions={offers.find((offer) => offer.key === key)?.values ?? []}
            onChange={(next) => set(key, next)}
            onRemove={() =>
              onRemove(Object.fromEntries(entries.filter(([name]) => name !== key)), key)
            }
          />
        ))}
        {offers.length > 0 ? (
          <div className={styles['offers']}>
            <span
              className={styles['soft']}
              title="Your policies read these keys. Without them, the conditions on them can’t match."
            >
              Your policies read:
            </span>
            {offers.map(({ key, values, multivalued }) => (
              <Button
                key={key}
                look="chip"
                icon="add"
                label={`${key}: add to the context`}
                onPress={() => add(key, multivalued ? values.slice(0, 1) : (values[0] ?? ''))}
              >
                <code>{key}</code>
              </Button>
            ))}
          </div>
        ) : null}
        {newKey === undefined ? (
          <div>
            <Button
              look="quiet"
              icon="add"
              label="Key: add to the context"
              onPress={() => setNewKey('')}
            >
              Key
            </Button>
          </div>
        ) : (
          <div className={styles['new-key']}>
            <SuggestBox
              label="Context key"
              value={newKey}
              placeholder="aws:SourceIp"
              suggestions={globalKeys.filter(({ tag }) => !tag).map(({ name }) => name)}
              onChange={setNewKey}
              focusAtFirst
            />
            <Button onPress={() => add(newKey)} isDisabled={newKey.trim() === ''}>
              Add key
            </Button>
            <Button look="quiet" onPress={() => setNewKey(undefined)}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function ContextKey({
  name,
  value,
  suggestions,
  onChange,
  onRemove,
}: {
  readonly name: string
  readonly value: string | readonly string[]
  readonly suggestions: readonly string[]
  readonly onChange: (value: string | readonly string[]) => void
  readonly onRemove: () => void
}) {
  const values = typeof value === 'string' ? [value] : value
  // One value stays a string until a second is asked for: a list is multivalued even with one value in it.
  const written = (next: readonly string[]) => (typeof value === 'string' ? (next[0] ?? '') : next)
  return (
    <div className={styles['key']} role="group" aria-label={name}>
      <code className={styles['key-name']} title={name}>
        {name}
      </code>
      <div className={styles['values']}>
        {values.map((one, index) => (
          <div key={index} className={styles['value']}>
            <SuggestBox
              label={values.length > 1 ? `${name}, value ${index + 1}` : name}
              labelHidden
              value={one}
              suggestions={suggestions}
              onChange={(text) => {
                if (text !== one) onChange(written(values.with(index, text)))
              }}
            />
            {typeof value === 'string' ? null : (
              <CloseButton
                label={`Remove value ${index + 1} of ${name}`}
                onPress={() => onChange(values.toSpliced(index, 1))}
              />
            )}
          </div>
        ))}
        {values.length === 0 ? <span className={styles['soft']}>An empty list: absent</span> : null}
      </div>
      <Button
        look="quiet"
        label={`Value: add to ${name}`}
        icon="add"
        onPress={() => onChange([...values, ''])}
      >
        Value
      </Button>
      <CloseButton label={`Remove ${name}`} onPress={onRemove} />
    </div>
  )
}
