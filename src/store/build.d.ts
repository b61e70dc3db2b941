/** What scripts/reference-plugin.ts tells the app. */
interface ImportMetaEnv {
  /** Where the compiled facts about AWS are, relative to the page: `reference/<digest>`. */
  readonly REFERENCE_FOLDER: string
}
