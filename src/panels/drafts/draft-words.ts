const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_556_952],
  ['month', 2_629_746],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** How long ago something was saved. A clock that was set back makes it just now. */
export function agoInWords(savedAt: number, now: number): string {
  if (savedAt <= 0) return 'at an unknown time'
  const seconds = Math.max(0, (now - savedAt) / 1000)
  const unit = units.find(([, size]) => seconds >= size)
  return unit ? relative.format(-Math.floor(seconds / unit[1]), unit[0]) : 'just now'
}

/** The exact time, in the reader's own zone; undefined for what no calendar has. */
export function exactTime(savedAt: number): { iso: string; words: string } | undefined {
  const date = new Date(savedAt)
  if (savedAt <= 0 || Number.isNaN(date.getTime())) return undefined
  const words = date.toLocaleString('en', { dateStyle: 'long', timeStyle: 'medium' })
  return { iso: date.toISOString(), words }
}

/** A size as files have it: "812 bytes", "1.2 KB", "212 KB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size).toLocaleString('en')} ${unit}`
}

/** Longer titles are cut; nothing of this browser has to be drawn whole. */
const longest = 200

/** What a draft is called in the list. */
export function titleInWords(title: string | undefined): string {
  const name = title?.trim() ? title : 'Untitled workspace'
  return name.length > longest ? `${name.slice(0, longest)}…` : name
}
