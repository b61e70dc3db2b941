/**
 * Remembers what a function made of an object for as long as the object lives. With immutable data nothing is ever
 * out of date, so there is no invalidation.
 */
export function memoized<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key)
    if (found) return found.value
    const value = compute(key)
    known.set(key, { value })
    return value
  }
}

/** The same for two objects. */
export function memoizedPair<First extends object, Second extends object, Value>(
  compute: (first: First, second: Second) => Value,
): (first: First, second: Second) => Value {
  const bySecond = memoized((first: First) => memoized((second: Second) => compute(first, second)))
  return (first, second) => bySecond(first)(second)
}
