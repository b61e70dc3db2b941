import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyEdits } from '#policy'
import {
  readWorkspace,
  type Expectation,
  type Scenario,
  type Workspace,
  type WorkspacePolicy,
} from '#workspace'
import { decidingPlaces, placeBeside, problemPlaces, type Place } from './places.ts'
import type { Bar } from './bar.ts'
import { decisionOf, unreadable } from './derived.ts'
import { exerciseActions, runExercise } from './exercise-actions.ts'
import { withLessonStepBack, withPolicyRenamed } from './challenge.ts'
import { challengeActions } from './challenge-actions.ts'
import { isLocked } from './exercise.ts'
import { noFacts } from './facts.ts'
import { statementRefusing, withLocksMoved } from './locks.ts'
import { missingField } from './missing-field.ts'
import { onScreen } from './on-screen.ts'
import type { Origin } from './origin.ts'
import { arrival } from './present.ts'
import { saveSettings, loadSettings, type SettingsStorage } from './settings-storage.ts'
import type { App, AppState, Notice, OpenWorkspace, Undo } from './state.ts'
import { testResults, testSum, testSumInWords } from './tests.ts'
import * as edits from './workspace-edits.ts'

/** The app's state and everything that changes it. */
export type AppStore = StoreApi<App>

const readable = (workspace: Workspace) =>
  unreadable(workspace.policies).length === 0 ? workspace.policies : undefined

const opened = (workspace: Workspace, origin: Origin): OpenWorkspace => ({
  workspace,
  asOpened: workspace,
  origin,
  exercise: undefined,
  lastReadable: readable(workspace),
  selectedPolicy: workspace.policies[0]?.name,
  selectedScenario: 0,
  solutionIncluded: false,
})

/** What goes aside for somebody else's workspace: what is on screen, unless that is such a one itself, as it came. */
function ownWork(state: OpenWorkspace & Pick<AppState, 'aside'>): OpenWorkspace | undefined {
  const { workspace, asOpened, origin } = state
  return origin.kind === 'copy' && workspace === asOpened ? state.aside : onScreen(state)
}

/** Bars that say something of the workspace on screen, and go with it. */
const aboutOneWorkspace: readonly Bar['kind'][] = ['shared', 'partlyRead', 'otherTab']

function addedWords(policies: readonly WorkspacePolicy[]): string {
  const names = policies.map(({ name }) => name)
  return names.length > 3 ? `Added ${names.length} policies.` : `Added ${names.join(', ')}.`
}

/** A store with a workspace open in it. Tests make their own; `storage` keeps the settings. */
export function createAppStore(initial: unknown, storage?: SettingsStorage): AppStore {
  // Numbers for notices, focus wishes and announcements: only their difference counts.
  let nonce = 0

  return createStore<App>()((set, get) => {
    /** Goes to the next workspace and remembers its policies when all of them can be read. */
    const go = (workspace: Workspace, more: Partial<AppState> = {}) =>
      set(({ lastReadable }) => ({
        workspace,
        lastReadable: readable(workspace) ?? lastReadable,
        ...more,
      }))

    const tell = (text: string, undo?: Undo): Notice[] => [
      { id: ++nonce, text, ...(undo ? { undo } : {}) },
    ]

    const goTo = (place: Place | undefined) => {
      if (place) get().setFocus(place.policy, place.span)
    }

    /** In a lesson: says that a policy is locked, where it is. */
    const refuses = (policy: string): boolean => {
      const locked = isLocked(get(), policy)
      if (locked) set({ notices: tell(`${policy} is locked by the author. It stays as it is.`) })
      return locked
    }

    /** Changes a policy, unless it is locked. */
    const edit = (name: string, to: (policy: WorkspacePolicy) => WorkspacePolicy) => {
      if (!refuses(name)) go(edits.withPolicy(get().workspace, name, to))
    }

    const policyNames = () => get().workspace.policies.map(({ name }) => name)

    const change = (index: number, to: (scenario: Scenario) => Scenario) =>
      go(edits.withScenario(get().workspace, index, to))

    const insertScenario = (index: number, scenario: Scenario, more: Partial<AppState> = {}) => {
      const { workspace } = get()
      go(
        { ...workspace, scenarios: workspace.scenarios.toSpliced(index, 0, scenario) },
        { selectedScenario: index, ...more },
      )
    }

    const freeScenarioName = (wanted: string) =>
      edits.freeName(
        wanted,
        get().workspace.scenarios.map(({ name }) => name),
      )

    const openNext = (workspace: Workspace, text: string, kind: 'sample' | 'copy' = 'sample') => {
      const before = onScreen(get())
      get().show(workspace, { kind })
      set({ notices: tell(text, { kind: 'workspace', before }) })
    }

    return {
      ...opened(readWorkspace(initial).workspace ?? edits.emptyWorkspace, { kind: 'sample' }),
      opening: 0,
      aside: undefined,
      layer: undefined,
      bars: [],
      present: undefined,
      facts: noFacts,
      focus: undefined,
      caret: undefined,
      detailsTab: 'tests',
      part: 'policies',
      checkPage: undefined,
      settings: loadSettings(storage),
      storage: storage ? 'kept' : 'refused',
      keeping: 'notOurs',
      savedWorkHidden: false,
      notices: [],
      announcement: undefined,

      setPolicyText: (name, text) => {
        const { workspace } = get()
        const before = workspace.policies.find((policy) => policy.name === name)
        if (!before || refuses(name)) return
        const statement = statementRefusing(get(), before, text)
        if (statement !== undefined) {
          set({ notices: tell(`${statement} is locked by the author. It stays as it is.`) })
          return
        }
        const after = { ...before, text }
        go(
          withLocksMoved(
            edits.withPolicy(workspace, name, () => after),
            before,
            after,
          ),
        )
      },

      applyFix: (name, fix) => {
        const policy = get().workspace.policies.find((one) => one.name === name)
        if (policy) get().setPolicyText(name, applyEdits(policy.text, fix.edits))
      },

      addPolicy: (type, text = '') => {
        const { workspace } = get()
        const name = edits.freeName(type, policyNames())
        const policy = { ...edits.emptyPolicy(type, name), text }
        go(edits.withPolicyAt(workspace, workspace.policies.length, policy), {
          selectedPolicy: name,
          part: 'policies',
        })
        return name
      },

      addPolicies: (policies, more) => {
        const { workspace } = get()
        const taken = policyNames()
        const added = policies.map((policy) => {
          const name = edits.freeName(policy.name, taken)
          taken.push(name)
          return { ...policy, name }
        })
        go(
          { ...workspace, policies: [...workspace.policies, ...added] },
          {
            ...(added[0] ? { selectedPolicy: added[0].name } : {}),
            part: 'policies',
            notices: tell([addedWords(added), more ?? ''].join(' ').trim(), {
              kind: 'added',
              policies: added,
            }),
          },
        )
      },

      renamePolicy: (from, wanted) => {
        const trimmed = wanted.trim()
        if (trimmed === '' || trimmed === from || refuses(from)) return
        const to = edits.freeName(
          trimmed,
          policyNames().filter((name) => name !== from),
        )
        const { selectedPolicy, caret, workspace } = get()
        go(withPolicyRenamed(edits.renamed(workspace, from, to), from, to), {
          ...(selectedPolicy === from ? { selectedPolicy: to } : {}),
          ...(caret?.policy === from ? { caret: { ...caret, policy: to } } : {}),
          focus: undefined,
        })
      },

      setPolicyType: (name, type) => edit(name, (policy) => edits.withType(policy, type)),

      setLevel: (name, level) => edit(name, (policy) => ({ ...policy, level })),

      setAttachedTo: (name, patterns) =>
        edit(name, (policy) => edits.withAttachedTo(policy, patterns)),

      setEnabled: (name, enabled) => edit(name, (policy) => ({ ...policy, enabled })),

      removePolicy: (name) => {
        const { workspace, selectedPolicy } = get()
        const index = workspace.policies.findIndex((policy) => policy.name === name)
        const policy = workspace.policies[index]
        if (!policy || refuses(name)) return
        const next = edits.withoutPolicy(workspace, name)
        const neighbour = next.policies[index] ?? next.policies[index - 1]
        go(next, {
          selectedPolicy: selectedPolicy === name ? neighbour?.name : selectedPolicy,
          focus: undefined,
          notices: tell(`Removed ${name}.`, { kind: 'policy', policy, index }),
        })
      },

      movePolicy: (name, by) => {
        const { workspace } = get()
        const { policies } = workspace
        const from = policies.findIndex((policy) => policy.name === name)
        const policy = policies[from]
        const to = Math.max(0, Math.min(from + by, policies.length - 1))
        if (!policy || to === from) return
        go({ ...workspace, policies: policies.toSpliced(from, 1).toSpliced(to, 0, policy) })
      },

      selectPolicy: (name) => set({ selectedPolicy: name }),

      addScenario: () => {
        const { workspace, selectedScenario } = get()
        const like = workspace.scenarios[selectedScenario] ?? edits.emptyWorkspace.scenarios[0]
        if (!like) return
        const name = freeScenarioName(`request ${workspace.scenarios.length + 1}`)
        insertScenario(
          workspace.scenarios.length,
          { ...edits.onlyRequest(like), name },
          { part: 'request' },
        )
      },

      duplicateScenario: (index) => {
        const scenario = get().workspace.scenarios[index]
        if (!scenario) return
        insertScenario(index + 1, { ...scenario, name: freeScenarioName(`${scenario.name} copy`) })
      },

      removeScenario: (index) => {
        const { workspace, selectedScenario } = get()
        const scenario = workspace.scenarios[index]
        if (!scenario) return
        const scenarios = workspace.scenarios.toSpliced(index, 1)
        const selected = index < selectedScenario ? selectedScenario - 1 : selectedScenario
        go(
          { ...workspace, scenarios },
          {
            selectedScenario: Math.max(0, Math.min(selected, scenarios.length - 1)),
            notices: tell(`Removed ${scenario.name}.`, { kind: 'scenario', scenario, index }),
          },
        )
      },

      moveScenario: (index, by) => {
        const { workspace, selectedScenario } = get()
        const scenario = workspace.scenarios[index]
        const to = Math.max(0, Math.min(index + by, workspace.scenarios.length - 1))
        if (!scenario || to === index) return
        const selected = workspace.scenarios[selectedScenario]
        const scenarios = workspace.scenarios.toSpliced(index, 1).toSpliced(to, 0, scenario)
        go(
          { ...workspace, scenarios },
          { selectedScenario: selected ? scenarios.indexOf(selected) : 0 },
        )
      },

      selectScenario: (index) => {
        const state = get()
        if (state.workspace.scenarios[index] && index !== state.selectedScenario)
          set({ selectedScenario: index, ...arrival(state) })
      },

      editScenario: (index, fields) =>
        change(index, (scenario) => edits.changedScenario(scenario, fields)),

      editScenarioWithUndo: (index, fields, notice) => {
        const { workspace } = get()
        const before = workspace.scenarios[index]
        if (!before) return
        const after = edits.changedScenario(before, fields)
        go(
          edits.withScenario(workspace, index, () => after),
          { notices: tell(notice, { kind: 'scenarioFields', before, after }) },
        )
      },

      expectThis: (index) => {
        const { policies, scenarios } = get().workspace
        const scenario = scenarios[index]
        if (!scenario || unreadable(policies).length > 0 || missingField(scenario)) return
        const { verdict, decidedBy } = decisionOf(policies, scenario)
        change(index, (one) => edits.withExpectation(one, { decision: verdict, decidedBy }))
      },

      setExpectation: (index, decision: Expectation['decision']) =>
        change(index, (scenario) => edits.withExpectation(scenario, { decision })),

      clearExpectation: (index) => change(index, edits.withoutExpectation),

      setCheckOff: (check, off) =>
        go(edits.withCheckOff(get().workspace, check, off), {
          notices: off ? tell(`${check} isn't checked here.`, { kind: 'checkOff', check }) : [],
        }),

      setTitle: (title) => go(edits.withTitle(get().workspace, title)),

      openWorkspace: (value) => {
        const { workspace, problems } = readWorkspace(value)
        const [problem] = problems
        if (!workspace) {
          const why = problem ? ` ${problem.message}` : ''
          set({ notices: tell(`This isn't a workspace. Nothing was changed.${why}`) })
          return
        }
        const { workspace: before, asOpened } = get()
        const parts = problems.length === 1 ? '1 part' : `${problems.length} parts`
        openNext(
          workspace,
          problem
            ? `Opened with ${parts} left out: ${problem.path} ${problem.message}`
            : `Opened: ${workspace.title ?? 'a workspace'}`,
        )
        // Going from one example to the next loses nothing, so there is nothing to tell.
        if (!problem && before === asOpened) set({ notices: [] })
      },

      show: (workspace, origin, at = {}) =>
        set(({ opening, bars, ...before }) => {
          const start = opened(workspace, origin)
          const scenario = at.scenario ?? 0
          return {
            ...start,
            aside: origin.kind === 'copy' ? ownWork(before) : undefined,
            ...(workspace.scenarios[scenario] ? { selectedScenario: scenario } : {}),
            opening: opening + 1,
            ...(before.detailsTab === 'lesson' ? { detailsTab: 'tests' } : {}),
            part: 'policies',
            focus: undefined,
            caret: undefined,
            notices: [],
            bars: bars.filter(({ kind }) => !aboutOneWorkspace.includes(kind)),
          }
        }),

      keepAs: (origin) => set({ origin }),

      showAside: () => {
        const { aside, workspace, asOpened, origin } = get()
        if (!aside) return
        const before = onScreen(get())
        get().show(aside.workspace, aside.origin)
        set({ ...aside })
        // An edited copy that is kept nowhere is not to be lost on the way back.
        if (origin.kind === 'copy' && workspace !== asOpened)
          set({ notices: tell('Back to your draft.', { kind: 'workspace', before }) })
      },

      openCopy: (workspace, notice) => openNext(workspace, notice, 'copy'),

      newWorkspace: () => openNext(edits.emptyWorkspace, 'Started a new workspace.'),

      setFocus: (policy, span) =>
        set({ selectedPolicy: policy, focus: { policy, span, nonce: ++nonce }, part: 'policies' }),

      setCaret: (caret) => set({ caret }),

      goToDecidingStatement: (by) => goTo(placeBeside(decidingPlaces(get()), get().focus, by)),

      goToProblem: (by) => goTo(placeBeside(problemPlaces(get()), get().focus, by)),

      showDetails: (tab) => {
        set({ detailsTab: tab, part: 'details' })
        const { settings, changeSettings } = get()
        if (settings.layout.detailsOpen !== true)
          changeSettings({ layout: { ...settings.layout, detailsOpen: true } })
      },

      showPart: (part) => set({ part }),

      openCheckPage: (check) => set({ checkPage: check }),
      closeCheckPage: () => set({ checkPage: undefined }),

      changeSettings: (fields) => {
        const settings = { ...get().settings, ...fields }
        set({ settings, storage: saveSettings(storage, settings) })
      },
      hideSavedWork: (savedWorkHidden) => set({ savedWorkHidden }),

      setPresent: (present) => set({ present }),

      openLayer: (layer) => set({ layer }),
      closeLayer: () => set({ layer: undefined }),

      showBar: (bar) =>
        set(({ bars }) => ({ bars: [...bars.filter(({ kind }) => kind !== bar.kind), bar] })),
      closeBar: (gone) => set(({ bars }) => ({ bars: bars.filter(({ kind }) => kind !== gone) })),
      tell: (text) => set({ notices: tell(text) }),

      dismissNotice: (id) =>
        set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),

      undo: (id) => {
        const { notices, workspace, dismissNotice } = get()
        const undo = notices.find((notice) => notice.id === id)?.undo
        if (!undo) return
        dismissNotice(id)
        switch (undo.kind) {
          case 'policy': {
            const name = edits.freeName(undo.policy.name, policyNames())
            go(edits.withPolicyAt(workspace, undo.index, { ...undo.policy, name }), {
              selectedPolicy: name,
            })
            break
          }
          case 'added': {
            const { selectedPolicy } = get()
            const policies = workspace.policies.filter((one) => !undo.policies.includes(one))
            const isThere = policies.some(({ name }) => name === selectedPolicy)
            go(
              { ...workspace, policies },
              { focus: undefined, ...(isThere ? {} : { selectedPolicy: policies[0]?.name }) },
            )
            break
          }
          case 'scenario':
            insertScenario(undo.index, undo.scenario)
            break
          case 'scenarioFields': {
            // By identity: only the request that the change made is given back its fields.
            const index = workspace.scenarios.indexOf(undo.after)
            if (index >= 0) change(index, () => undo.before)
            break
          }
          case 'checkOff':
            go(edits.withCheckOff(workspace, undo.check, false))
            break
          case 'lesson': {
            go(withLessonStepBack(workspace, undo.lesson, undo.after))
            get().showDetails('lesson')
            break
          }
          case 'workspace':
            set({
              ...undo.before,
              opening: get().opening + 1,
              focus: undefined,
              caret: undefined,
            })
        }
      },

      announce: (text) => set({ announcement: { text, nonce: ++nonce } }),

      ...exerciseActions({ get, set, tell }),
      ...challengeActions({ get, set, go, tell }),

      runTests: () => {
        if (runExercise({ get, set })) return
        const { showDetails, announce, workspace } = get()
        showDetails('tests')
        announce(`${testSumInWords(testSum(testResults(workspace)))}.`)
      },
    }
  })
}
