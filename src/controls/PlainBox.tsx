import { useEffect, useId, type RefObject } from 'react'
import type { SuggestBoxProps } from './SuggestBox.tsx'
import field from './field.module.css'
import styles from './SuggestBox.module.css'

/** A selection in a field. */
export interface Selected {
  readonly start: number
  readonly end: number
}

/** The field that a box with suggestions is at first, in the same place and size. */
export function PlainBox({
  label,
  labelHidden = false,
  labelBeside = false,
  value,
  onChange,
  placeholder,
  problem,
  focusAtFirst = false,
  field: input,
}: SuggestBoxProps & { readonly field: RefObject<HTMLInputElement | null> }) {
  const id = useId()
  useEffect(() => {
    if (focusAtFirst) input.current?.focus()
    // Only when it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div className={`${field['field']} ${labelBeside ? field['beside'] : ''}`}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : field['label']}>
        {label}
      </label>
      <div className={styles['box']}>
        <input
          ref={input}
          id={id}
          className={`${field['input']} ${field['code']}`}
          value={value}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={problem ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
          onCompositionStart={(event) => (event.currentTarget.dataset['composing'] = 'true')}
          onCompositionEnd={(event) => (event.currentTarget.dataset['composing'] = 'false')}
        />
      </div>
      {problem ? <p className={field['problem']}>{problem}</p> : null}
    </div>
  )
}
