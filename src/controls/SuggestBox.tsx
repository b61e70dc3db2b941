import { useEffect, useRef, useState, type ComponentType } from 'react'
import { PlainBox, type Selected } from './PlainBox.tsx'
import type { SuggestComboProps } from './SuggestCombo.tsx'

/** A line of the list below a box. */
export interface Suggested {
  /** What the box then holds. */
  readonly value: string
  readonly label: string
  /** A few words beside the label. */
  readonly detail: string
  /** In the label: the characters that were typed, as pairs of start and end. */
  readonly matches: readonly (readonly [number, number])[]
}

export interface SuggestBoxProps {
  readonly label: string
  readonly labelHidden?: boolean
  /** The label stands before the box, not above it. */
  readonly labelBeside?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** What fits a text, the best first; for an empty text, the most likely. Asked at every key, so it has to be quick. */
  readonly suggest: (text: string) => readonly Suggested[]
  readonly placeholder?: string
  readonly problem?: string | undefined
  /** The box was just asked for: the focus goes into it. */
  readonly focusAtFirst?: boolean
}

const loadCombo = async () => (await import('./SuggestCombo.tsx')).SuggestCombo

/**
 * A line of code with suggestions; any text is allowed. The list comes behind the first paint; until then the box is a plain field,
 * and what is typed there, the focus and the selection stay.
 */
export function SuggestBox(props: SuggestBoxProps) {
  const field = useRef<HTMLInputElement>(null)
  const [combo, setCombo] = useState<{
    readonly Combo: ComponentType<SuggestComboProps>
    readonly selected: Selected | undefined
  }>()

  useEffect(() => {
    let gone = false
    void loadCombo().then(
      (Combo) => {
        const input = field.current
        const takeOver = () => {
          if (gone) return
          const focused = input !== null && input === document.activeElement
          const selected = focused
            ? { start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0 }
            : undefined
          setCombo({ Combo, selected })
        }
        // A word that is being composed belongs to the field until it is done.
        if (input?.dataset['composing'] === 'true')
          input.addEventListener('compositionend', takeOver, { once: true })
        else takeOver()
      },
      // Without its list the box is still a field.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [])

  if (!combo) return <PlainBox {...props} field={field} />
  const { Combo, selected } = combo
  return <Combo {...props} selected={selected} />
}
