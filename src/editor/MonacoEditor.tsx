import { Editor } from '@monaco-editor/react'
import type { editor } from 'monaco-editor/editor'
import { useEffect, useRef } from 'react'
import { useApp, useAppStore } from '#store/react'
import type { Disposable } from './disposables.ts'
import { languageId } from './language.ts'
import './marks.css'
import { monaco } from './monaco.ts'
import { openSession } from './session.ts'
import { defineTheme, themeName } from './theme.ts'

const options: editor.IStandaloneEditorConstructionOptions = {
  // Text
  fontFamily: 'var(--mono)',
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  wordWrap: 'on',
  wrappingIndent: 'deepIndent',
  detectIndentation: false,
  tabSize: 2,
  renderWhitespace: 'none',
  renderFinalNewline: 'on',
  renderLineHighlightOnlyWhenFocus: true,
  roundedSelection: false,
  renderControlCharacters: true,
  unusualLineTerminators: 'off',
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  guides: { indentation: true, bracketPairs: false },

  // Page
  automaticLayout: true,
  fixedOverflowWidgets: true,
  glyphMargin: true,
  lineDecorationsWidth: 14,
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 8 },
  scrollBeyondLastLine: false,
  scrollbar: { useShadows: false, alwaysConsumeMouseWheel: false },
  stickyScroll: { enabled: false },
  autoDetectHighContrast: false,

  // Assistance
  links: false,
  // Fixes are announced by the hover and the margin; a lamp would lie over the text.
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
  codeLens: false,
  inlayHints: { enabled: 'on', fontSize: 12, maximumLength: 80 },
  quickSuggestions: { strings: true, other: true, comments: false },
  suggestOnTriggerCharacters: true,
  wordBasedSuggestions: 'off',
  suggest: { showWords: false, preview: false, showStatusBar: false },
  snippetSuggestions: 'inline',
  tabCompletion: 'off',
  acceptSuggestionOnCommitCharacter: false,
  formatOnPaste: false,
  formatOnType: false,
  hover: { delay: 400, above: false },
  occurrencesHighlight: 'singleFile',
}

/** For a room: what `--size-code` is there. */
const large: editor.IStandaloneEditorConstructionOptions = {
  ...options,
  fontSize: 20,
  lineHeight: 30,
  lineNumbersMinChars: 2,
  inlayHints: { enabled: 'off' },
}

/** Monaco, connected with the store. Everything heavy is behind this component. */
export function MonacoEditor({
  onReady,
}: {
  readonly onReady: (codeEditor: editor.IStandaloneCodeEditor) => void
}) {
  const store = useAppStore()
  const isPresenting = useApp((app) => app.present !== undefined)
  const session = useRef<Disposable>(undefined)
  useEffect(() => () => session.current?.dispose(), [])

  return (
    <Editor
      // Monaco defines its colours for this class; menus open outside of the editor's own element.
      className="monaco-component"
      // The session brings its own models, one per policy.
      keepCurrentModel
      saveViewState={false}
      defaultLanguage={languageId}
      loading={null}
      theme={themeName}
      options={isPresenting ? large : options}
      beforeMount={defineTheme}
      onMount={(codeEditor) => {
        session.current = openSession(codeEditor, store)
        onReady(codeEditor)
      }}
    />
  )
}
