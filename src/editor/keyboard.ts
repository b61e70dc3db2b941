import type { editor } from 'monaco-editor/editor'
import { explainAt } from '#language'
import { shownDecision, sourceOf, type App, type AppStore } from '#store'
import { allOf, type Disposable } from './disposables.ts'
import { tabKey } from './label.ts'
import { monaco } from './monaco.ts'

const { KeyCode, KeyMod } = monaco

/**
 * The keys that mean something only in the editor. Others are Monaco's own, and those of the whole app reach the app
 * first.
 */
export function registerKeys(
  codeEditor: editor.IStandaloneCodeEditor,
  store: AppStore,
): Disposable {
  const app = () => store.getState()
  const run = (id: string) => codeEditor.trigger('keyboard', id, undefined)

  const toggleTab = () => {
    const tabMovesFocus = !app().settings.tabMovesFocus
    app().changeSettings({ tabMovesFocus })
    app().announce(tabMovesFocus ? 'Tab leaves the editor.' : 'Tab indents.')
  }

  const goToProblem = (by: 1 | -1) => {
    const before = app().focus
    app().goToProblem(by)
    if (app().focus !== before) run('editor.action.showHover')
  }

  const followTab = () => codeEditor.updateOptions({ tabFocusMode: app().settings.tabMovesFocus })
  followTab()

  return allOf(
    // What Monaco would do with these keys is done elsewhere in the app.
    monaco.editor.addKeybindingRules([
      { keybinding: KeyMod.CtrlCmd | KeyCode.Enter, command: '-editor.action.insertLineAfter' },
      {
        keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter,
        command: '-editor.action.insertLineBefore',
      },
      // On Linux Monaco takes Ctrl+Shift+I, which opens the browser's tools.
      {
        keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyI,
        command: '-editor.action.formatDocument',
      },
      {
        keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
        command: 'editor.action.formatDocument',
        when: 'editorTextFocus',
      },
      // The next problem may be in another policy, and its message is told by the hover, which wraps.
      { keybinding: KeyCode.F8, command: '-editor.action.marker.nextInFiles' },
      { keybinding: KeyMod.Shift | KeyCode.F8, command: '-editor.action.marker.prevInFiles' },
    ]),
    store.subscribe((now, before) => {
      if (now.settings.tabMovesFocus !== before.settings.tabMovesFocus) followTab()
    }),
    codeEditor.addAction({
      id: 'sidelight.tabMovesFocus',
      label: 'Tab moves focus',
      keybindings: [
        KeyMod.CtrlCmd | KeyCode.KeyM,
        // ⌃⇧M, because ⌘M minimizes the window.
        KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM,
      ],
      run: toggleTab,
    }),
    codeEditor.addAction({
      id: 'sidelight.nextProblem',
      label: 'Next problem',
      keybindings: [KeyCode.F8],
      run: () => goToProblem(1),
    }),
    codeEditor.addAction({
      id: 'sidelight.previousProblem',
      label: 'Previous problem',
      keybindings: [KeyMod.Shift | KeyCode.F8],
      run: () => goToProblem(-1),
    }),
    codeEditor.addAction({
      id: 'sidelight.explainHere',
      label: 'Explain here',
      contextMenuGroupId: 'navigation',
      keybindings: [KeyMod.chord(KeyMod.CtrlCmd | KeyCode.KeyK, KeyMod.CtrlCmd | KeyCode.KeyI)],
      run: () => {
        run('editor.action.showHover')
        const words = explanationHere(app())
        if (words) app().announce(words)
      },
    }),
    tellTheWayOut(codeEditor, store),
  )
}

/** What the strip under the editor says about the caret's place. */
function explanationHere(state: App): string | undefined {
  const { caret, workspace } = state
  const policy = workspace.policies.find(({ name }) => name === caret?.policy)
  if (!policy || !caret) return undefined
  const found = explainAt(
    sourceOf(policy),
    caret.offset,
    shownDecision(state),
    policy.name,
    state.facts.reference,
  )
  if (!found) return undefined
  const facts = found.facts.map(([label, words]) => `${label}: ${words}.`)
  return [`${found.title}.`, ...found.paragraphs, ...facts].join(' ')
}

/** A second Esc in a row, when the first has closed what was open, names the key that lets Tab out. */
function tellTheWayOut(codeEditor: editor.ICodeEditor, store: AppStore): Disposable {
  let escapes = 0
  return codeEditor.onKeyDown(({ keyCode }) => {
    escapes = keyCode === KeyCode.Escape ? escapes + 1 : 0
    const { settings, announce } = store.getState()
    if (escapes === 2 && !settings.tabMovesFocus)
      announce(`Press ${tabKey()} to let Tab leave the editor.`)
  })
}
