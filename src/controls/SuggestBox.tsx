import { useEffect, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from './icons.tsx'
import field from './field.module.css'
import styles from './SuggestBox.module.css'

export interface SuggestBoxProps {
  readonly label: string
  readonly labelHidden?: boolean
  /** The label stands before the box, not above it. */
  readonly labelBeside?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly suggestions: readonly string[]
  readonly placeholder?: string
  readonly problem?: string | undefined
  /** The box was just asked for: the focus goes into it. */
  readonly focusAtFirst?: boolean
}

/** A line of code with suggestions; any text is allowed. */
export function SuggestBox({
  label,
  labelHidden = false,
  labelBeside = false,
  value,
  onChange,
  suggestions,
  placeholder,
  problem,
  focusAtFirst = false,
}: SuggestBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusAtFirst) input.current?.focus()
    // Only when it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <ComboBox
      className={`${field['field']} ${labelBeside ? field['beside'] : ''}`}
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      defaultItems={suggestions.map((text) => ({ id: text }))}
      isInvalid={problem !== undefined}
      menuTrigger="input"
    >
      <Label className={labelHidden ? 'visually-hidden' : (field['label'] ?? '')}>{label}</Label>
      <div className={styles['box']}>
        <Input
          ref={input}
          className={`${field['input']} ${field['code']}`}
          spellCheck="false"
          autoCapitalize="off"
          {...(placeholder ? { placeholder } : {})}
          {...(value.length > 40 ? { title: value } : {})}
        />
        {suggestions.length > 0 ? (
          <AriaButton className={styles['open'] ?? ''} aria-label="Show suggestions">
            <Icon name="down" size={12} />
          </AriaButton>
        ) : null}
      </div>
      {problem ? <p className={field['problem']}>{problem}</p> : null}
      <Popover className={styles['popover'] ?? ''}>
        <ListBox className={styles['list'] ?? ''}>
          {(item: { readonly id: string }) => (
            <ListBoxItem id={item.id} textValue={item.id} className={styles['item'] ?? ''}>
              {item.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
