import type { editor } from 'monaco-editor/editor'
import type { AppStore } from '#store'
import { registerCheckPages } from './check-pages.ts'
import { allOf, type Disposable } from './disposables.ts'
import { follow } from './follow.ts'
import { registerKeys } from './keyboard.ts'
import { announceLocks } from './locks.ts'
import { showMarkers } from './markers.ts'
import { showMarks } from './marks.ts'
import { createModels } from './models.ts'
import { registerLanguage, registerProviders } from './providers.ts'
import { followTheme } from './theme.ts'

/** Connects one Monaco editor with one store until it is disposed. */
export function openSession(codeEditor: editor.IStandaloneCodeEditor, store: AppStore): Disposable {
  // The wrapper starts with a model of its own; ours take its place.
  const first = codeEditor.getModel()
  const language = registerLanguage()
  const models = createModels(store)
  const session = allOf(
    language,
    models,
    registerProviders(store, models),
    registerCheckPages(store),
    showMarkers(store, models),
    followTheme(),
    follow(codeEditor, store, models),
    showMarks(codeEditor, store, models),
    announceLocks(codeEditor, store, models),
    registerKeys(codeEditor, store),
  )
  first?.dispose()
  return session
}
