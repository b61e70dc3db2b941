/** What lies over the page, at most one at a time. Each has a row in the app's table of layers. */
export type Layer =
  { readonly kind: 'palette' } | { readonly kind: 'keyboard' } | { readonly kind: 'about' }
