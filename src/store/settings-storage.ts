import { defaultSettings, readSettings, type Settings } from './settings.ts'

/** The part of `localStorage` that is used; a private window may lack it, refuse it or be full. */
export type SettingsStorage = Pick<Storage, 'getItem' | 'setItem'>

const key = 'sidelight:settings'

/** The browser's storage, or undefined where asking for it already throws. */
export function browserStorage(): SettingsStorage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}

/** What was stored, or the defaults. Never throws. */
export function loadSettings(storage: SettingsStorage | undefined): Settings {
  try {
    const text = storage?.getItem(key)
    return text ? readSettings(JSON.parse(text)) : defaultSettings
  } catch {
    return defaultSettings
  }
}

/** Keeps the settings, and says whether the browser agreed. Never throws. */
export function saveSettings(
  storage: SettingsStorage | undefined,
  settings: Settings,
): 'kept' | 'refused' {
  if (!storage) return 'refused'
  try {
    storage.setItem(key, JSON.stringify(settings))
    return 'kept'
  } catch {
    return 'refused'
  }
}
