import { useEffect, useRef } from 'react'
import { Button } from '#controls'
import { useApp } from '#store/react'
import { Markdown } from '../markdown/Markdown.tsx'
import styles from './lesson.module.css'

/** Hints as a ladder: one more at each press. Nothing is taken for it; they are counted. */
export function Hints() {
  const shown = useApp((app) => app.exercise?.hints ?? 0)
  const hints = useApp((app) => app.exercise?.lesson.lesson?.hints)
  const showHint = useApp((app) => app.showHint)
  const last = useRef<HTMLLIElement>(null)
  const pressed = useRef(false)
  const all = hints?.length ?? 0

  // The button goes with the last hint; the focus stays on the ladder.
  useEffect(() => {
    if (pressed.current && shown === all) last.current?.focus()
  }, [shown, all])

  if (!hints || all === 0) return null
  return (
    <>
      <ol className={styles['hints']} aria-label="Hints">
        {hints.slice(0, shown).map((hint, index) => (
          <li key={index} ref={index === all - 1 ? last : undefined} tabIndex={-1}>
            <strong>
              Hint {index + 1} of {all}
            </strong>
            <Markdown text={hint} />
          </li>
        ))}
      </ol>
      {shown < all ? (
        <Button
          icon="suggestion"
          onPress={() => {
            pressed.current = true
            showHint()
          }}
        >
          Hint {shown + 1} of {all}
        </Button>
      ) : null}
    </>
  )
}
