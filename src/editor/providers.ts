import { complete, explainAt, foldingRanges, lenses, outline } from '#language'
import { formatPolicy, touches } from '#policy'
import {
  findings,
  fixAll,
  refactoringsAt,
  shownDecision,
  situationOf,
  sourceOf,
  type AppStore,
} from '#store'
import {
  codeActionOf,
  completionItemOf,
  explainActionOf,
  fixAllActionOf,
  foldingRangeOf,
  hoverOf,
  inlayHintOf,
  refactorActionOf,
  symbolOf,
  textEditsOf,
} from './convert.ts'
import { allOf, type Disposable } from './disposables.ts'
import { configuration, languageId, tokens } from './language.ts'
import type { Models } from './models.ts'
import { monaco } from './monaco.ts'
import { indexOf } from './text-index.ts'

const { languages } = monaco

/** The language itself: colours, brackets, words. It is the same for every store. */
export function registerLanguage(): Disposable {
  languages.register({ id: languageId })
  return allOf(
    languages.setMonarchTokensProvider(languageId, tokens),
    languages.setLanguageConfiguration(languageId, configuration),
  )
}

/** What Monaco asks for, each answered in three steps: convert the place, ask, convert the answer. */
export function registerProviders(store: AppStore, models: Models): Disposable {
  const decision = () => shownDecision(store.getState())
  return allOf(
    languages.registerCompletionItemProvider(languageId, {
      triggerCharacters: ['"', ':', '/', '$', '{'],
      provideCompletionItems: (model, position) => {
        const policy = models.policyOf(model)
        if (!policy) return { suggestions: [] }
        const index = indexOf(policy.text)
        const found = complete(
          sourceOf(policy),
          policy.type,
          index.offsetAt(position),
          situationOf(store.getState()),
        )
        return {
          suggestions: found.map((one) => completionItemOf(one, index, position)),
          // What was ranked for these characters is ranked anew for the next.
          incomplete: found.some(({ filter }) => filter !== undefined),
        }
      },
    }),

    languages.registerHoverProvider(languageId, {
      provideHover: (model, position) => {
        const policy = models.policyOf(model)
        if (!policy) return null
        const index = indexOf(policy.text)
        const explanation = explainAt(
          sourceOf(policy),
          index.offsetAt(position),
          decision(),
          policy.name,
          store.getState().facts.reference,
        )
        return explanation ? hoverOf(explanation, index) : null
      },
    }),

    languages.registerInlayHintsProvider(languageId, {
      onDidChangeInlayHints: (listener: () => void) => ({
        dispose: store.subscribe((state, before) => {
          if (state.facts.reference.names !== before.facts.reference.names) listener()
        }),
      }),
      provideInlayHints: (model, range) => {
        const policy = models.policyOf(model)
        if (!policy) return null
        const index = indexOf(policy.text)
        const hints = lenses(sourceOf(policy), store.getState().facts.reference)
          .map((lens) => inlayHintOf(lens, index))
          .filter(
            ({ position: { lineNumber } }) =>
              lineNumber >= range.startLineNumber && lineNumber <= range.endLineNumber,
          )
        return { hints, dispose: () => undefined }
      },
    }),

    languages.registerCodeActionProvider(languageId, {
      provideCodeActions: (model, range) => {
        const policy = models.policyOf(model)
        if (!policy) return null
        const index = indexOf(policy.text)
        const start = index.offsetAt({
          lineNumber: range.startLineNumber,
          column: range.startColumn,
        })
        const end = index.offsetAt({ lineNumber: range.endLineNumber, column: range.endColumn })
        const all = findings(store.getState(), policy)
        const here = all.filter(
          ({ span }) => touches(span, start) || (span.start >= start && span.start <= end),
        )
        const kinds = new Map(here.map((finding) => [finding.id, finding]))
        return {
          actions: [
            ...here.flatMap((finding) =>
              finding.fixes.map((fix) => codeActionOf(fix, finding, model, index)),
            ),
            ...[...kinds.values()].flatMap((finding) => {
              const { fix } = fixAll(all, finding.id) ?? {}
              const title = `${fix?.title ?? ''} of this kind: ${finding.id}`
              return fix ? [fixAllActionOf({ ...fix, title }, finding, model, index)] : []
            }),
            ...[...kinds.values()].map((finding) => explainActionOf(finding, index)),
            ...refactoringsAt(store.getState(), policy, { start, end }).map((fix) =>
              refactorActionOf(fix, model, index),
            ),
          ],
          dispose: () => undefined,
        }
      },
    }),

    languages.registerDocumentSymbolProvider(languageId, {
      provideDocumentSymbols: (model) => {
        const policy = models.policyOf(model)
        if (!policy) return []
        const index = indexOf(policy.text)
        return outline(sourceOf(policy)).map((item) => symbolOf(item, index))
      },
    }),

    languages.registerFoldingRangeProvider(languageId, {
      provideFoldingRanges: (model) => {
        const policy = models.policyOf(model)
        if (!policy) return []
        const index = indexOf(policy.text)
        return foldingRanges(sourceOf(policy)).map((span) => foldingRangeOf(span, index))
      },
    }),

    languages.registerDocumentFormattingEditProvider(languageId, {
      provideDocumentFormattingEdits: (model) => {
        const policy = models.policyOf(model)
        return policy ? textEditsOf(formatPolicy(policy.text), indexOf(policy.text)) : []
      },
    }),
  )
}
