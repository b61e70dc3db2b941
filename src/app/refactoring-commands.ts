import { refactoringsAt, type AppStore } from '#store'
import type { Command } from './commands.ts'

/** What can be changed where the caret stands, as commands of the palette. */
export function refactoringCommands(store: AppStore): readonly Command[] {
  const state = store.getState()
  const { caret, workspace } = state
  const policy = workspace.policies.find(({ name }) => name === caret?.policy)
  if (!policy || !caret) return []
  const here = { start: caret.offset, end: caret.offset }
  return refactoringsAt(state, policy, here).map((fix, index) => ({
    id: `refactor-${index}`,
    title: `Change the policy: ${fix.title}${fix.changesAccess ? ' (changes access)' : ''}`,
    run: () => state.applyFix(policy.name, fix),
  }))
}
