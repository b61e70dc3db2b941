import type { editor } from 'monaco-editor/editor'
import type { App, AppStore } from '#store'
import { allOf, type Disposable } from './disposables.ts'
import { languageId } from './language.ts'
import { monaco } from './monaco.ts'
import { changeBetween, sameText } from './text-change.ts'
import { indexOf } from './text-index.ts'

type Policy = App['workspace']['policies'][number]

/** With more policies than this, which only a machine writes, a model is made when its policy is first shown. */
const mostModels = 50

/** One Monaco model per policy, kept while the policy exists, so that each has its own undo. */
export interface Models extends Disposable {
  modelOf(policy: string | undefined): editor.ITextModel | undefined
  /** The policy a model belongs to; undefined for models that are not ours. */
  policyOf(model: editor.ITextModel): Policy | undefined
}

/** Keeps models and workspace alike: typing goes to the store at once, other changes of a text come as one edit. */
export function createModels(store: AppStore): Models {
  const models = new Map<string, editor.ITextModel>()
  const names = new Map<editor.ITextModel, string>()

  const add = ({ name, text }: Policy) => {
    const model = monaco.editor.createModel(text, languageId)
    model.updateOptions(indentationOf(text))
    models.set(name, model)
    names.set(model, name)
    model.onDidChangeContent(() => {
      const typed = model.getValue()
      const policy = find(store.getState(), names.get(model))
      // What the store wrote itself is no news to it.
      if (policy && !sameText(policy.text, typed))
        store.getState().setPolicyText(policy.name, typed)
      // What the store has refused is taken back, when Monaco is done with the change.
      const kept = find(store.getState(), names.get(model))
      if (kept && !sameText(kept.text, typed))
        queueMicrotask(() => write(models.get(kept.name), find(store.getState(), kept.name)?.text))
    })
  }

  const remove = (name: string) => {
    const model = models.get(name)
    models.delete(name)
    if (!model) return
    names.delete(model)
    model.dispose()
  }

  const rename = (from: string, to: string) => {
    const model = models.get(from)
    if (!model) return
    models.delete(from)
    models.set(to, model)
    names.set(model, to)
  }

  const follow = ({ workspace, selectedPolicy }: App) => {
    const gone = [...models.keys()].filter(
      (name) => !workspace.policies.some((policy) => policy.name === name),
    )
    const come = workspace.policies.filter(({ name }) => !models.has(name))
    const [from] = gone
    const [to] = come
    // One name instead of another over the same text is a new name: the undo steps stay.
    const same = from !== undefined && to !== undefined && gone.length === 1 && come.length === 1
    if (same && sameText(models.get(from)?.getValue() ?? '', to.text)) rename(from, to.name)
    else {
      gone.forEach(remove)
      const few = workspace.policies.length <= mostModels
      come.filter(({ name }) => few || name === selectedPolicy).forEach(add)
    }
    for (const { name, text } of workspace.policies) write(models.get(name), text)
  }

  follow(store.getState())
  const unsubscribe = store.subscribe((state, before) => {
    if (state.opening !== before.opening) [...models.keys()].forEach(remove)
    if (
      state.workspace.policies !== before.workspace.policies ||
      state.opening !== before.opening ||
      (state.selectedPolicy !== before.selectedPolicy && !models.has(state.selectedPolicy ?? ''))
    )
      follow(state)
  })

  return {
    modelOf: (policy) => (policy === undefined ? undefined : models.get(policy)),
    policyOf: (model) => find(store.getState(), names.get(model)),
    ...allOf(() => [...models.keys()].forEach(remove), unsubscribe),
  }
}

const find = ({ workspace }: App, name: string | undefined) =>
  workspace.policies.find((policy) => policy.name === name)

/** Makes the model's text this one, as one step that can be undone. */
function write(model: editor.ITextModel | undefined, text: string | undefined): void {
  if (!model || text === undefined) return
  const present = model.getValue()
  if (sameText(present, text)) return
  const change = changeBetween(present, text)
  model.pushStackElement()
  model.pushEditOperations(
    null,
    [{ range: indexOf(present).rangeOf(change.span), text: change.text }],
    () => null,
  )
  model.pushStackElement()
}

/** The indentation a text already has. */
function indentationOf(text: string): { tabSize: number; insertSpaces: boolean } {
  const indent = /^[{[]\s*?\r?\n([ \t]+)/.exec(text)?.[1] ?? '  '
  return indent.includes('\t')
    ? { tabSize: 2, insertSpaces: false }
    : { tabSize: Math.min(indent.length, 8), insertSpaces: true }
}
