/** What an address asks for. */
export type Route =
  /** The page itself. */
  | { readonly kind: 'page' }
  /** A workspace in the fragment, ours or in the form that other tools write; or something that cannot be read. */
  | { readonly kind: 'link'; readonly link: string }
  /** A lesson of the course: `#lesson=ID`. */
  | { readonly kind: 'lesson'; readonly id: string }

/** Reads an address; its skip links, whose fragments are `places`, lead to the page itself. */
export function routeOf(
  { hash }: { readonly hash: string },
  places: readonly string[] = [],
): Route {
  if (hash.length < 2 || places.includes(hash.slice(1))) return { kind: 'page' }
  const [, id] = /^#lesson=([\w-]{1,80})$/.exec(hash) ?? []
  return id === undefined ? { kind: 'link', link: hash } : { kind: 'lesson', id }
}
