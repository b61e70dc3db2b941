// The address shows a workspace only from opening or sharing it until the next edit. It is always replaced, never pushed, so
// that Back leads to where somebody came from.

/** The page's address without what follows it, for links to be made of. */
export function pageAddress(): string {
  return location.origin + location.pathname
}

/** Puts a link's fragment into the address. */
export function setFragment(fragment: string): void {
  replace(location.pathname + location.search + fragment)
}

/** Takes the fragment out of the address. */
export function dropFragment(): void {
  if (location.hash !== '') replace(location.pathname + location.search)
}

function replace(address: string): void {
  try {
    history.replaceState(history.state, '', address)
  } catch {
    // A browser that counts replacements in a short time refuses some; the page works without.
  }
}
