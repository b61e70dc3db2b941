import { useEffect, useState } from 'react'

/** How long after the last change a sentence is spoken, so that typing isn't interrupted at every key. */
const calm = 700

/**
 * The one live region. `text` is spoken when it has stayed the same for a moment and differs from what was spoken
 * last; `now` is spoken at once, every time its number changes.
 */
export function Announcer({
  text,
  now,
}: {
  readonly text: string | undefined
  readonly now: { readonly text: string; readonly nonce: number } | undefined
}) {
  const [spoken, setSpoken] = useState('')
  const [asked, setAsked] = useState<number | undefined>(undefined)
  if (now && now.nonce !== asked) {
    setAsked(now.nonce)
    // An ending that alternates makes the region change when the same words are said again.
    setSpoken(now.text === spoken ? `${now.text}\u00a0` : now.text)
  }
  useEffect(() => {
    if (text === undefined) return
    const timer = setTimeout(() => setSpoken(text), calm)
    return () => clearTimeout(timer)
  }, [text])
  return (
    // The attribute keeps React Aria from hiding the region while a list of suggestions is open.
    <div
      role="status"
      aria-live="polite"
      data-react-aria-top-layer="true"
      className="visually-hidden"
    >
      {spoken}
    </div>
  )
}
