import type { editor } from 'monaco-editor/editor'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { isLocked } from '#store'
import { useApp } from '#store/react'
import { editorLabel, tabHint } from './label.ts'
import styles from './PolicyEditor.module.css'

// Monaco is many times larger than the rest of the app: it comes after the first paint, as a file of its own.
const MonacoEditor = lazy(async () => ({
  default: (await import('./MonacoEditor.tsx')).MonacoEditor,
}))

/** How long nothing is said about loading. */
const patience = 400

/**
 * The editor of the selected policy. Until Monaco is there a plain text field stands in its place; what is typed
 * there is kept, and so is the caret.
 */
export function PolicyEditor() {
  const [ready, setReady] = useState(false)
  const plain = useRef<HTMLTextAreaElement>(null)

  const takeOver = (codeEditor: editor.IStandaloneCodeEditor) => {
    const field = plain.current
    const handOver = () => {
      if (field && field === document.activeElement) {
        const model = codeEditor.getModel()
        const from = model?.getPositionAt(field.selectionStart)
        const to = model?.getPositionAt(field.selectionEnd)
        if (from && to)
          codeEditor.setSelection({
            startLineNumber: from.lineNumber,
            startColumn: from.column,
            endLineNumber: to.lineNumber,
            endColumn: to.column,
          })
        codeEditor.setScrollTop(field.scrollTop)
        codeEditor.focus()
      }
      setReady(true)
    }
    // A word that is being composed belongs to the field until it is done.
    if (field?.dataset['composing'] === 'true')
      field.addEventListener('compositionend', handOver, { once: true })
    else handOver()
  }

  return (
    <div className={styles['editor']}>
      <div className={styles['frame']}>
        <Suspense fallback={null}>
          <MonacoEditor onReady={takeOver} />
        </Suspense>
        {ready ? null : <PlainText field={plain} />}
      </div>
      <TabHint />
    </div>
  )
}

/** The author of the lesson has locked the policy. */
const useLocked = () =>
  useApp((app) => app.selectedPolicy !== undefined && isLocked(app, app.selectedPolicy))

/** How Tab leaves the editor; seen while the editor has the focus, and its place is kept when not. */
function TabHint() {
  const tabMovesFocus = useApp((app) => app.settings.tabMovesFocus)
  return (
    // Screen readers hear it in the editor's name.
    <p className={styles['hint']} aria-hidden="true">
      <span>{tabHint(tabMovesFocus)}</span>
    </p>
  )
}

/** The policy's text in a field of the browser. */
function PlainText({ field }: { readonly field: React.RefObject<HTMLTextAreaElement | null> }) {
  const policy = useApp(({ workspace, selectedPolicy }) =>
    workspace.policies.find(({ name }) => name === selectedPolicy),
  )
  const setPolicyText = useApp((app) => app.setPolicyText)
  const setCaret = useApp((app) => app.setCaret)
  const focus = useApp((app) => app.focus)
  const locked = useLocked()
  const [slow, setSlow] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    if (focus?.policy === policy?.name && focus)
      field.current?.setSelectionRange(focus.span.start, focus.span.end)
    // Only a new wish moves the selection, not every new text.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [focus])

  if (!policy) return null
  return (
    <>
      <textarea
        ref={field}
        className={styles['plain']}
        aria-label={editorLabel(policy.name, locked)}
        readOnly={locked}
        value={policy.text}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onChange={(event) => setPolicyText(policy.name, event.target.value)}
        onSelect={(event) =>
          setCaret({ policy: policy.name, offset: event.currentTarget.selectionEnd })
        }
        onCompositionStart={(event) => (event.currentTarget.dataset['composing'] = 'true')}
        onCompositionEnd={(event) => (event.currentTarget.dataset['composing'] = 'false')}
      />
      {slow ? (
        <p className={styles['loading']} role="status">
          Loading editor…
        </p>
      ) : null}
    </>
  )
}
