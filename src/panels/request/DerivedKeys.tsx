import type { ContextEntry, ContextOrigin } from '#request'
import styles from './request.module.css'

const origins: Readonly<Record<Exclude<ContextOrigin, 'set'>, string>> = {
  principal: 'from the principal',
  principalTags: 'from the principal’s tags',
  resource: 'from the resource',
  resourceTags: 'from the resource’s tags',
  requestTags: 'from the request tags',
  time: 'from the other time key',
}

/** The keys that nobody has to type, and where they come from. */
export function DerivedKeys({ context }: { readonly context: ReadonlyMap<string, ContextEntry> }) {
  const derived = [...context.values()].flatMap(({ origin, ...entry }) =>
    origin === 'set' || entry.values.length === 0 ? [] : [{ ...entry, origin: origins[origin] }],
  )
  if (derived.length === 0) return null
  return (
    <details className={styles['derived']}>
      <summary>Derived keys ({derived.length})</summary>
      <dl>
        {derived.map(({ key, values, origin }) => (
          <div key={key} className={styles['derived-key']}>
            <dt>
              <code>{key}</code>
            </dt>
            <dd>
              <code>{values.join(', ')}</code> <span>{origin}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
