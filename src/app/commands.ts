import { downloadWorkspace } from '#panels/share/workspace-file.ts'
import {
  cleanStart,
  isWriting,
  presenting,
  type AppStore,
  type Layer,
  type Settings,
  type Theme,
} from '#store'
import { examples } from './examples/index.ts'
import type { KeyName } from './keys.ts'
import { focusRegion, regions, walkRegions } from './regions.ts'
import { verdictSentence } from './verdict-sentence.ts'

/** Something a person can do by name. The palette lists all of them and shows their keys. */
export interface Command {
  readonly id: string
  readonly title: string
  /** What a menu says that already names the rest. */
  readonly menuText?: string
  readonly key?: KeyName
  /** The theme it chooses. */
  readonly theme?: Theme
  readonly run: () => void
}

const themes = [
  { id: 'theme-system', theme: 'system', text: 'as the system' },
  { id: 'theme-light', theme: 'light', text: 'light' },
  { id: 'theme-dark', theme: 'dark', text: 'dark' },
  { id: 'theme-contrast', theme: 'highContrast', text: 'high contrast' },
] as const

/** Every command, in the order of the palette. */
export function commandsOf(store: AppStore): readonly Command[] {
  const app = store.getState()
  const open = (layer: Layer) => () => app.openLayer(layer)
  const inChallenge = (run: () => void) => () => {
    if (isWriting(store.getState())) run()
    else app.tell('No challenge is being written. New challenge starts one.')
  }
  const settings = (change: Partial<Settings>) => () => app.changeSettings(change)
  return [
    { id: 'palette', title: 'Show all commands', key: 'F1', run: open({ kind: 'palette' }) },
    { id: 'run-tests', title: 'Run all tests', key: 'mod+Enter', run: app.runTests },
    { id: 'next-region', title: 'Next region', key: 'F6', run: () => walkRegions(store, 1) },
    {
      id: 'previous-region',
      title: 'Previous region',
      key: 'shift+F6',
      run: () => walkRegions(store, -1),
    },
    {
      id: 'next-deciding',
      title: 'Next deciding statement, then near misses',
      key: 'F4',
      run: () => app.goToDecidingStatement(1),
    },
    {
      id: 'previous-deciding',
      title: 'Previous deciding statement',
      key: 'shift+F4',
      run: () => app.goToDecidingStatement(-1),
    },
    { id: 'next-problem', title: 'Next problem', key: 'F8', run: () => app.goToProblem(1) },
    {
      id: 'previous-problem',
      title: 'Previous problem',
      key: 'shift+F8',
      run: () => app.goToProblem(-1),
    },
    {
      id: 'expect-this',
      title: 'Expect this verdict',
      run: () => app.expectThis(store.getState().selectedScenario),
    },
    { id: 'add-request', title: 'Add a request', run: app.addScenario },
    { id: 'add-policy', title: 'Add an identity policy', run: () => app.addPolicy('identity') },
    { id: 'new', title: 'New workspace', run: app.newWorkspace },
    { id: 'new-challenge', title: 'New challenge', run: app.writeChallenge },
    {
      id: 'preview-challenge',
      title: 'Preview the challenge as learner',
      key: 'mod+shift+Enter',
      run: inChallenge(app.previewChallenge),
    },
    {
      id: 'edit-start',
      title: 'Edit the start of the challenge',
      run: inChallenge(() => app.editSide('start')),
    },
    {
      id: 'edit-solution',
      title: 'Edit the solution of the challenge',
      run: inChallenge(() => app.editSide('solution')),
    },
    { id: 'lock-selection', title: 'Lock selection', run: inChallenge(app.lockSelection) },
    {
      id: 'stop-writing',
      title: 'Stop writing the challenge',
      run: inChallenge(app.stopWriting),
    },
    { id: 'drafts', title: 'My workspaces…', run: open({ kind: 'drafts' }) },
    {
      id: 'clean-start',
      title: 'Clean start (hide my saved work)',
      run: () => cleanStart(store, examples[0]?.workspace),
    },
    {
      id: 'copy-link',
      title: 'Save, and copy a link',
      key: 'mod+s',
      run: () => void import('#panels/share/copy-link.ts').then(({ copyLink }) => copyLink(store)),
    },
    { id: 'course', title: 'Course…', run: open({ kind: 'course' }) },
    {
      id: 'continue-lesson',
      title: 'Continue the last lesson',
      menuText: 'Continue',
      run: () =>
        void import('#panels/lesson/lessons.ts').then(({ continueLesson }) =>
          continueLesson(store),
        ),
    },
    { id: 'share', title: 'Share', run: open({ kind: 'share' }) },
    { id: 'open', title: 'Open…', run: open({ kind: 'open' }) },
    {
      id: 'download',
      title: 'Download file',
      run: () => downloadWorkspace(store.getState().workspace),
    },
    ...examples.map(({ id, title, workspace }) => ({
      id: `example-${id}`,
      title: `Example: ${title}`,
      run: () => app.openWorkspace(workspace),
    })),
    ...regions.map(({ id, name }) => ({
      id: `go-${id}`,
      title: `Go to ${name.toLowerCase()}`,
      run: () => focusRegion(store, id),
    })),
    { id: 'show-tests', title: 'Show tests', run: () => app.showDetails('tests') },
    { id: 'show-trace', title: 'Show trace', run: () => app.showDetails('trace') },
    { id: 'show-problems', title: 'Show problems', run: () => app.showDetails('problems') },
    ...themes.map(({ id, theme, text }): Command => ({
      id,
      theme,
      title: `Theme: ${text}`,
      menuText: text.charAt(0).toUpperCase() + text.slice(1),
      run: settings({ theme }),
    })),
    { id: 'highlight-line', title: 'Highlight: line', run: settings({ highlight: 'line' }) },
    {
      id: 'highlight-statement',
      title: 'Highlight: statement',
      run: settings({ highlight: 'statement' }),
    },
    {
      id: 'highlight-gutter',
      title: 'Highlight: gutter only',
      run: settings({ highlight: 'gutter' }),
    },
    {
      id: 'announce-changed',
      title: 'Announce verdicts: when changed',
      run: settings({ announce: 'changed' }),
    },
    {
      id: 'announce-on-request',
      title: 'Announce verdicts: on request',
      run: settings({ announce: 'onRequest' }),
    },
    {
      id: 'say-verdict',
      title: 'Say the verdict',
      run: () => app.announce(verdictSentence(store.getState()) ?? 'Nothing to evaluate yet.'),
    },
    {
      id: 'tab',
      title: 'Tab moves focus, on or off',
      key: 'mod+m',
      run: () => {
        const tabMovesFocus = !store.getState().settings.tabMovesFocus
        app.changeSettings({ tabMovesFocus })
        app.announce(tabMovesFocus ? 'Tab leaves the editor.' : 'Tab indents.')
      },
    },
    { id: 'present', title: 'Present', run: () => app.setPresent(presenting) },
    {
      id: 'leave-present',
      title: 'Leave the presenter view',
      run: () => app.setPresent(undefined),
    },
    {
      id: 'collect-results',
      title: 'Collect results…',
      run: open({ kind: 'results' }),
    },
    { id: 'guide', title: 'Trainer’s guide', run: open({ kind: 'guide' }) },
    { id: 'reset-layout', title: 'Reset layout', run: settings({ layout: {} }) },
    { id: 'keyboard', title: 'Keyboard shortcuts', run: open({ kind: 'keyboard' }) },
    { id: 'inbound', title: 'Links from other tools', run: open({ kind: 'inbound' }) },
    { id: 'about', title: 'About Sidelight', run: open({ kind: 'about' }) },
  ]
}
