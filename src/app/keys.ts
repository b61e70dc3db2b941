/** A key as it is written in the table below: `mod` is Ctrl, and ⌘ on a Mac. */
export type KeyName = `${'' | 'mod+' | 'shift+' | 'mod+shift+'}${string}`

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A key as it is written on this machine's keyboard. */
export function keyInWords(key: KeyName): string {
  const parts = key.split('+').map((part) => {
    if (part === 'mod') return isMac ? '⌘' : 'Ctrl'
    if (part === 'shift') return isMac ? '⇧' : 'Shift'
    return part
  })
  return parts.join(isMac ? '' : '+')
}

/** Whether an event is this key. */
export function isKey(event: KeyboardEvent, key: KeyName): boolean {
  const parts = key.split('+')
  const mod = isMac ? event.metaKey : event.ctrlKey
  return (
    event.key === parts.at(-1) &&
    mod === parts.includes('mod') &&
    event.shiftKey === parts.includes('shift') &&
    !event.altKey
  )
}
