import { useState } from 'react'
import { Button, CloseButton, SuggestBox } from '#controls'
import type { Offer } from './offers.ts'
import type { Suggest, Suggestions } from './suggestions.ts'
import styles from './request.module.css'

type ContextValues = Readonly<Record<string, string | readonly string[]>>

/** The context keys that are set by hand, each with one value or many; a key that isn't here is absent. */
export function ContextFields({
  context,
  offers,
  suggestions,
  onChange,
  onRemove,
}: {
  readonly context: ContextValues
  readonly offers: readonly Offer[]
  readonly suggestions: Suggestions
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
            suggest={suggestions.contextValues(key)}
            onChange={(next) => set(key, next)}
            onRemove={() =>
              onRemove(Object.fromEntries(entries.filter(([name]) => name !== key)), key)
            }
          />
        ))}
        {offers.length > 0 ? (
          <div className={styles['offers']}>
            {offers.map(({ key, values, multivalued, words }) => (
              <div key={key} className={styles['offer']}>
                <Button
                  look="chip"
                  icon="add"
                  label={`${key}: add to the context`}
                  onPress={() => add(key, multivalued ? values.slice(0, 1) : (values[0] ?? ''))}
                >
                  <code>{key}</code>
                </Button>
                <span className={styles['soft']}>{words}</span>
              </div>
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
              suggest={suggestions.contextKeys}
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
  suggest,
  onChange,
  onRemove,
}: {
  readonly name: string
  readonly value: string | readonly string[]
  readonly suggest: Suggest
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
              suggest={suggest}
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
