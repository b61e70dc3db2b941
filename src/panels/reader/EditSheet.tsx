import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { Button, Dialog } from '#controls'
import { applyEdits, formatPolicy, readPolicy } from '#policy'
import { findings } from '#store'
import { useApp } from '#store/react'
import type { WorkspacePolicy } from '#workspace'
import { Problem } from '../problems/Problem.tsx'
import { useSteps } from './use-steps.ts'
import { useVisibleHeight } from './use-visible-height.ts'
import styles from './sheets.module.css'

/** The text of the selected policy in a field of the browser, which every phone can edit. Live: there is nothing to save. */
export function EditSheet({ onClose }: { readonly onClose: () => void }) {
  const policy = useApp(({ workspace, selectedPolicy }) =>
    workspace.policies.find(({ name }) => name === selectedPolicy),
  )
  return (
    <Dialog
      title={policy ? policy.name : 'No policy'}
      size="full"
      closeWords="Done"
      onClose={onClose}
    >
      {policy ? <Editing key={policy.name} policy={policy} /> : <p>There is no policy.</p>}
    </Dialog>
  )
}

function Editing({ policy }: { readonly policy: WorkspacePolicy }) {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const setPolicyText = useApp((app) => app.setPolicyText)
  const focus = useApp((app) => app.focus)
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const height = useVisibleHeight()
  const found = findings({ workspace, facts }, policy)
  const { undo, typed } = useSteps(policy.text)

  // Wishes that are older than the sheet were for the reader.
  const [before] = useState(focus?.nonce)
  useLayoutEffect(() => {
    const element = field.current
    if (!element || focus?.policy !== policy.name || focus.nonce === before) return
    // Browsers scroll to the selection of a field when it gets the focus, not when it has it.
    element.blur()
    element.setSelectionRange(focus.span.start, Math.max(focus.span.end, focus.span.start + 1))
    element.focus()
    // Only a new wish moves the selection, not every new text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focus])

  const change = (text: string, words: string) => {
    setPolicyText(policy.name, text)
    setSaid(words)
  }

  const paste = async () => {
    const text = await clipboardText()
    if (text === undefined) {
      setSaid('Couldn’t read the clipboard. Touch and hold the text, then choose Paste.')
      field.current?.focus()
    } else if (text.trim() === '') setSaid('The clipboard holds no text.')
    else if (readPolicy(text).document) change(text, 'Replaced by the pasted policy.')
    else {
      const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {}
      const span = { start: selectionStart, end: selectionEnd }
      change(applyEdits(policy.text, [{ span, text }]), 'Pasted.')
    }
  }

  const format = () => {
    const edits = formatPolicy(policy.text)
    if (edits.length > 0) change(applyEdits(policy.text, edits), 'Formatted.')
    else
      setSaid(
        readPolicy(policy.text).problems.length > 0
          ? 'Not formatted: the text isn’t JSON yet.'
          : 'It is formatted already.',
      )
  }

  return (
    <div
      className={styles['editing']}
      style={height === undefined ? {} : ({ '--visible': `${height}px` } as CSSProperties)}
    >
      <div className={styles['tools']} role="toolbar" aria-label="The text">
        <Button icon="paste" onPress={() => void paste()}>
          Paste
        </Button>
        <Button icon="format" onPress={format}>
          Format
        </Button>
        <Button
          icon="undo"
          isDisabled={undo === undefined}
          onPress={() => {
            const text = undo?.()
            if (text !== undefined) change(text, 'Taken back.')
          }}
        >
          Undo
        </Button>
        <p role="status" className={styles['said']}>
          {said}
        </p>
      </div>
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={`Text of ${policy.name}`}
        value={policy.text}
        placeholder="Paste a policy here."
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        onChange={(event) => {
          typed(event.target.value)
          setSaid('')
          setPolicyText(policy.name, event.target.value)
        }}
      />
      <section className={styles['found']} aria-label="Problems">
        {found.length === 0 ? (
          <p className={styles['none']}>
            {policy.text.trim() === ''
              ? 'Nothing is written here yet.'
              : facts.runChecks
                ? 'No problems found.'
                : 'No problems found yet; the checks are loading.'}
          </p>
        ) : (
          <ul>
            {found.map((finding, index) => (
              <Problem
                key={index}
                policy={policy}
                finding={finding}
                findings={found}
                onGone={() => {
                  // The button goes with its problem; the focus stays in the sheet.
                  requestAnimationFrame(() => {
                    if (document.activeElement === document.body) field.current?.focus()
                  })
                }}
              />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

/** The text of the clipboard; undefined where the browser or the person refuses it. */
async function clipboardText(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return undefined
  }
}
