import { useEffect, useState } from 'react'
import type { Keeping } from '#store'
import { useApp } from '#store/react'
import styles from './header.module.css'

/** How long all must be saved before it is said: between two keys it would only flicker. */
const calm = 800

const words: Readonly<Record<Keeping, { readonly short: string; readonly more: string }>> = {
  notOurs: { short: '', more: '' },
  saving: { short: 'Saving…', more: '' },
  saved: { short: 'Saved here', more: ' in this browser' },
  notKept: { short: 'Not kept', more: ' by this browser' },
}

/** Whether the workspace is kept, in words beside its name; not spoken at each save, but the name is described by it. */
export function KeepingWords({ id }: { readonly id: string }) {
  const keeping = useApp((app) => app.keeping)
  const [shown, setShown] = useState(keeping)
  useEffect(() => {
    const timer = setTimeout(() => setShown(keeping), keeping === 'saved' ? calm : 0)
    return () => clearTimeout(timer)
  }, [keeping])
  const { short, more } = words[shown]
  return (
    <span id={id} className={styles['keeping']} data-keeping={shown}>
      {short}
      {more ? <span className="visually-hidden">{more}</span> : null}
    </span>
  )
}
