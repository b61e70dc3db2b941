/** The part of `sessionStorage` and `localStorage` that is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The little that must be known before the database answers. Where the browser refuses to remember, it is forgotten. */
export interface TabMemory {
  /** The draft this tab had open last; a reload finds it again. A duplicated tab has it too. */
  draft(): string | undefined
  setDraft(id: string | undefined): void
  /** Saved work is hidden in this tab. */
  hidden(): boolean
  setHidden(hidden: boolean): void
  /** Whether drafts may be found in this browser. */
  hasDrafts(): boolean
  setHasDrafts(has: boolean): void
}

const keys = {
  draft: 'sidelight:draft',
  hidden: 'sidelight:saved-work-hidden',
  hasDrafts: 'sidelight:has-drafts',
}

/** What this tab and this browser remember. Never throws. */
export function browserTabMemory(
  ofTab: () => TextStorage = () => globalThis.sessionStorage,
  ofBrowser: () => TextStorage = () => globalThis.localStorage,
): TabMemory {
  const read = (storage: () => TextStorage, key: string): string | undefined => {
    try {
      return storage().getItem(key) ?? undefined
    } catch {
      return undefined
    }
  }
  const write = (storage: () => TextStorage, key: string, value: string | undefined) => {
    try {
      if (value === undefined) storage().removeItem(key)
      else storage().setItem(key, value)
    } catch {
      // Forgotten, then.
    }
  }
  const flag = (on: boolean) => (on ? '1' : undefined)
  return {
    draft: () => read(ofTab, keys.draft),
    setDraft: (id) => write(ofTab, keys.draft, id),
    hidden: () => read(ofTab, keys.hidden) !== undefined,
    setHidden: (hidden) => write(ofTab, keys.hidden, flag(hidden)),
    hasDrafts: () => read(ofBrowser, keys.hasDrafts) !== undefined,
    setHasDrafts: (has) => write(ofBrowser, keys.hasDrafts, flag(has)),
  }
}
