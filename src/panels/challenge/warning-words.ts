import type { AuthorWarning } from '#lessons'
import { readPolicy } from '#policy'
import type { Workspace } from '#workspace'

/** A warning as sentences; `code` is set in the code face. */
export function warningWords(warning: AuthorWarning): string {
  switch (warning.kind) {
    case 'noTests':
      return 'There are no tests yet. Compose a request, and choose Expect this in Tests.'
    case 'startPasses':
      return 'The start passes already: there is nothing to solve.'
    case 'noSolution':
      return 'There is no solution yet, so nothing shows that the challenge can be solved.'
    case 'solutionFails':
      return [
        ...(warning.tests.length > 0 ? [`Your solution fails ${quoted(warning.tests)}.`] : []),
        ...(warning.rules.length > 0 ? [`Your solution breaks ${quoted(warning.rules)}.`] : []),
      ].join(' ')
    case 'neverFails':
      return `${quoted([warning.test])} never fails: the start, your solution and every trivial answer pass it.`
    case 'sameName':
      return `Two tests are called ${quoted([warning.test])}. Learners can’t tell them apart.`
    case 'fewDenials':
      return `${warning.denials} of ${warning.total} ${warning.total === 1 ? 'test' : 'tests'} ${warning.denials === 1 ? 'wants' : 'want'} a denial. With fewer than half, a policy that allows too much passes easily.`
    case 'cheatPasses':
      switch (warning.cheat) {
        case 'allowEverything':
          return '`"Action": "*"` on every resource would pass.'
        case 'denyEverything':
          return 'Denying everything would pass.'
        case 'startWidened':
          return 'The start with every action widened to its service would pass.'
      }
    // eslint-disable-next-line no-fallthrough -- every cheat has returned
    case 'notNeeded':
      return `No test fails if ${warning.part} is removed (${warning.policy}).`
    case 'tooWide':
      return `No test fails if the ${warning.part} is widened to \`*\` (${warning.policy}).`
    case 'cutShort':
      return `Your solution has many parts. The first ${warning.tried} were tried.`
  }
}

const quoted = (names: readonly string[]): string => {
  const shown = names.slice(0, 3).map((name) => `“${name.slice(0, 120)}”`)
  const more = names.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** The rules that would forbid a trivial answer. */
export function rulesAgainst(warning: AuthorWarning, challenge: Workspace): readonly string[] {
  if (warning.kind !== 'cheatPasses' || warning.cheat === 'denyEverything') return []
  if (warning.cheat === 'allowEverything') return ['allow-action *']
  const actionsOf = (policies: Workspace['policies']) =>
    policies.flatMap(({ text }) =>
      (readPolicy(text).draft?.statements ?? []).flatMap(
        ({ action }) => action?.patterns.map(({ value }) => value) ?? [],
      ),
    )
  const before = new Set(actionsOf(challenge.policies))
  const added = actionsOf(warning.answer).filter((action) => !before.has(action))
  return [...new Set(added)].slice(0, 5).map((action) => `allow-action ${action}`)
}
