/**
 * The linter: what is wrong, dangerous or needless in a policy, as findings with places and fixes. Pure: facts about AWS come in
 * as an argument. The pages of the checks are behind `pages.ts`.
 */

/** Findings of a policy. */
export { runChecks } from './run.ts'
export type { CheckOptions } from './run.ts'
export type { Sibling } from './check.ts'

/** Every check with what is known about it: severity, policy types, peers. */
export { checkTable } from './run.ts'
export type { CheckInfo, Peer } from './check.ts'

/** The help page of a check, read from its Markdown. */
export { readPage } from './page.ts'
export type { CheckPage, PageBlock, PageSample } from './page.ts'

/** Changes to offer at a place of a policy, without a finding. */
export { refactorings } from './refactor/refactorings.ts'
