import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { English } from './English.tsx'
import { Icon } from './icons.tsx'
import { Matched } from './Matched.tsx'
import type { Selected } from './PlainBox.tsx'
import type { Suggested, SuggestBoxProps } from './SuggestBox.tsx'
import field from './field.module.css'
import styles from './SuggestBox.module.css'

export interface SuggestComboProps extends SuggestBoxProps {
  /** The selection of the field it takes the place of; undefined where that had no focus. */
  readonly selected: Selected | undefined
}

const none: readonly Suggested[] = []
/** High enough for a finger, and for the detail below the label, where fingers point. */
const rowsFor = (coarse: boolean) => ({ rowHeight: coarse ? 48 : 26, padding: 4 })

/** A line of code with a list of suggestions below it, of which only the visible ones are drawn. */
export function SuggestCombo({
  label,
  labelHidden = false,
  labelBeside = false,
  value,
  onChange,
  suggest,
  placeholder,
  problem,
  focusAtFirst = false,
  selected,
}: SuggestComboProps) {
  const input = useRef<HTMLInputElement>(null)
  const [rows] = useState(() => rowsFor(matchMedia('(pointer: coarse)').matches))
  const [focused, setFocused] = useState(false)
  const [open, setOpen] = useState(false)
  // Asked for by the button or an arrow key: what is in the box is then not what is looked for.
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)

  useLayoutEffect(() => {
    if (selected || focusAtFirst) input.current?.focus()
    if (selected) input.current?.setSelectionRange(selected.start, selected.end)
    // Only when it appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useFollowing(input, open)

  const likely = useMemo(() => (focused ? suggest('') : none), [focused, suggest])
  const found = useMemo(() => {
    if (!focused) return none
    // What is there already needs no offering, unless all is asked for.
    return all ? likely : suggest(value).filter((one) => one.value !== value)
  }, [focused, all, likely, suggest, value])

  return (
    <English>
      <ComboBox
        className={`${field['field']} ${labelBeside ? field['beside'] : ''}`}
        allowsCustomValue
        menuTrigger="input"
        inputValue={value}
        onInputChange={(text) => {
          setAll(false)
          onChange(text)
        }}
        items={found}
        value={chosen}
        onChange={(key) => {
          setChosen(key === null ? null : String(key))
          if (key !== null) onChange(String(key))
        }}
        onOpenChange={(next, trigger) => {
          setOpen(next)
          setAll(next && trigger === 'manual')
        }}
        onFocusChange={setFocused}
        isInvalid={problem !== undefined}
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
          <AriaButton className={styles['open'] ?? ''} aria-label="Show suggestions">
            <Icon name="down" size={12} />
          </AriaButton>
        </div>
        {problem ? <p className={field['problem']}>{problem}</p> : null}
        <Popover className={styles['popover'] ?? ''}>
          <Virtualizer layout={ListLayout} layoutOptions={rows}>
            <ListBox
              className={styles['list'] ?? ''}
              style={{ height: Math.min(280, found.length * rows.rowHeight + 2 * rows.padding) }}
            >
              {(one: Suggested) => (
                <ListBoxItem id={one.value} textValue={one.value} className={styles['item'] ?? ''}>
                  <Text slot="label" className={styles['text'] ?? ''}>
                    <Matched text={one.label} matches={one.matches} />
                  </Text>
                  <Text slot="description" className={styles['detail'] ?? ''}>
                    {one.detail}
                  </Text>
                </ListBoxItem>
              )}
            </ListBox>
          </Virtualizer>
          <p className={styles['count']}>{countInWords(found, likely)}</p>
        </Popover>
      </ComboBox>
    </English>
  )
}

/** What stands above may grow at a key. The open list goes with its box when told that the window has changed. */
function useFollowing(box: RefObject<HTMLElement | null>, open: boolean): void {
  const last = useRef<number>(undefined)
  useLayoutEffect(() => {
    const top = box.current?.getBoundingClientRect().top
    if (open && last.current !== top) dispatchEvent(new Event('resize'))
    last.current = top
  })
}

function countInWords(found: readonly Suggested[], likely: readonly Suggested[]): string {
  const count = found.length === 1 ? '1 suggestion' : `${found.length} suggestions`
  const likelyValues = new Set(likely.map(({ value }) => value))
  const other = found.findIndex(({ value }) => !likelyValues.has(value))
  return other > 0 ? `${count}, ${other} most likely first` : count
}
