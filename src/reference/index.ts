/** What exists in AWS, as far as it is a table of ours. */

/** The context keys of every service, with their types. */
export { globalKey, globalKeys } from './global-keys.ts'
export type { GlobalKey, KeyType } from './global-keys.ts'
