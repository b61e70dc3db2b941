// One line per check, in the order of the paths: the table that the linter, the tests and the help read.
export { default as doubleColonInAction } from './action/double-colon-in-action.ts'
export { default as missingVersion } from './document/missing-version.ts'
export { default as invalidEffect } from './statement/invalid-effect.ts'
