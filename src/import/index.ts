/** What a file or a paste holds: workspaces, policies in many wrappings, a whole account. */
export { failedToRead, importText } from './import-text.ts'
export { stackOf, type AccountDetails } from './account.ts'
export { takenAs } from './type-words.ts'
export type {
  AccountPrincipal,
  Imported,
  ImportedPolicies,
  PolicySourceKind,
  Stack,
  TypeGround,
  Unreadable,
} from './imported.ts'
