import type { editor } from 'monaco-editor/editor'
import { isLocked, type App, type AppStore, type Focus } from '#store'
import { allOf, type Disposable } from './disposables.ts'
import { editorLabel } from './label.ts'
import type { Models } from './models.ts'
import { indexOf } from './text-index.ts'

const invitation = 'Paste a policy here, or start from an example.'

/** The editor shows the selected policy, goes where the store's focus points, and reports its caret. */
export function follow(
  codeEditor: editor.ICodeEditor,
  store: AppStore,
  models: Models,
): Disposable {
  const views = new WeakMap<editor.ITextModel, editor.ICodeEditorViewState>()

  const showPolicy = (app: App) => {
    const { selectedPolicy } = app
    const wanted = models.modelOf(selectedPolicy) ?? null
    const shown = codeEditor.getModel()
    if (selectedPolicy !== undefined) {
      const readOnly = isLocked(app, selectedPolicy)
      codeEditor.updateOptions({
        ariaLabel: editorLabel(selectedPolicy, readOnly),
        readOnly,
        readOnlyMessage: { value: 'Locked by the author of this lesson.' },
      })
    }
    if (wanted === shown) return
    const view = codeEditor.saveViewState()
    if (shown && view) views.set(shown, view)
    codeEditor.setModel(wanted)
    if (wanted) codeEditor.restoreViewState(views.get(wanted) ?? null)
  }

  const goTo = ({ policy, span }: Focus) => {
    const model = models.modelOf(policy)
    const text = model && models.policyOf(model)?.text
    if (text === undefined || model !== codeEditor.getModel()) return
    const range = indexOf(text).rangeOf(span)
    // The caret at its beginning, where it is explained and where long ones are read from.
    codeEditor.setSelection(
      {
        selectionStartLineNumber: range.endLineNumber,
        selectionStartColumn: range.endColumn,
        positionLineNumber: range.startLineNumber,
        positionColumn: range.startColumn,
      },
      'focus',
    )
    codeEditor.revealRangeInCenterIfOutsideViewport(range)
  }

  const reportCaret = () => {
    const model = codeEditor.getModel()
    const policy = model ? models.policyOf(model) : undefined
    const position = codeEditor.getPosition()
    if (!policy || !position) return
    const index = indexOf(policy.text)
    const offset = index.offsetAt(position)
    const selected = codeEditor.getSelection()
    const selection =
      selected && !selected.isEmpty()
        ? {
            start: index.offsetAt(selected.getStartPosition()),
            end: index.offsetAt(selected.getEndPosition()),
          }
        : undefined
    const { caret, setCaret } = store.getState()
    if (
      caret?.policy !== policy.name ||
      caret.offset !== offset ||
      caret.selection?.start !== selection?.start ||
      caret.selection?.end !== selection?.end
    )
      setCaret({ policy: policy.name, offset, ...(selection ? { selection } : {}) })
  }

  // Said only over an empty text. Monaco would see to that, did it not overlook that the model is another one.
  const invite = () =>
    codeEditor.updateOptions({
      placeholder: codeEditor.getModel()?.getValueLength() === 0 ? invitation : '',
    })

  const state = store.getState()
  showPolicy(state)
  if (state.focus) goTo(state.focus)
  invite()
  return allOf(
    store.subscribe((now, before) => {
      if (
        now.selectedPolicy !== before.selectedPolicy ||
        now.workspace !== before.workspace ||
        now.exercise?.lesson !== before.exercise?.lesson
      )
        showPolicy(now)
      if (now.focus && now.focus.nonce !== before.focus?.nonce) goTo(now.focus)
    }),
    codeEditor.onDidChangeCursorSelection(reportCaret),
    codeEditor.onDidChangeModel(reportCaret),
    codeEditor.onDidChangeModel(invite),
    codeEditor.onDidChangeModelContent(invite),
  )
}
