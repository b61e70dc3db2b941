/** Something that stays true for a while and is said above the regions, at most one of a kind. Each has a row in the app's table of bars. */
export type Bar = { readonly kind: 'shared'; readonly title: string | undefined }
