/** A name that no other tab or browser will make. */
export function newId(): string {
  // Pages served without TLS lack `randomUUID`, and have the rest.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
