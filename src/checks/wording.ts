import type { Statement } from '#policy'

/** `"a", "b" and "c"`; of more than five the first five and how many are left. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most)
  if (names.length > most) return `${shown.join(', ')} and ${names.length - most} more`
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}

/** What it means that a string of Action or NotAction matches no action: `this line grants nothing`. */
export function matchesNothing({ effect, action }: Statement): string {
  if (action?.negated) return 'this line excepts nothing'
  return effect?.value === 'Deny' ? 'this line denies nothing' : 'this line grants nothing'
}
