import { flushSync } from 'react-dom'
import type { AppStore, Part } from '#store'

/**
 * The regions of the screen, in the order in which F6 walks them. Their ids are what skip links lead to. Where only one
 * part of the screen is shown, `part` is the one that has the region.
 */
export const regions = [
  { id: 'header', name: 'Header', part: undefined },
  { id: 'policies', name: 'Policies', part: 'policies' },
  { id: 'verdict', name: 'Verdict', part: 'verdict' },
  { id: 'request', name: 'Request', part: 'request' },
  { id: 'details', name: 'Details', part: 'details' },
  { id: 'status', name: 'Status', part: 'details' },
] as const

export type RegionId = (typeof regions)[number]['id']

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"], [contenteditable="true"]'

/** Puts the focus into a region: on the chosen tab or the first control it has, else on itself. */
export function focusRegion(store: AppStore, id: RegionId): void {
  const part = regions.find((one) => one.id === id)?.part
  if (part) turnTo(store, part)
  const region = document.getElementById(id)
  if (!region) return
  // Monaco has a second field for languages that are composed, which takes no other key.
  const editor =
    id === 'policies'
      ? region.querySelector<HTMLElement>('[role="textbox"][aria-multiline], textarea[aria-label]')
      : null
  const first =
    editor ??
    [...region.querySelectorAll<HTMLElement>(focusable)].find(
      (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
    )
  ;(first ?? region).focus()
}

/** Shows a part of the screen at once: what is hidden can't take the focus. */
export function turnTo(store: AppStore, part: Part): void {
  if (store.getState().part !== part) flushSync(() => store.getState().showPart(part))
}

/** Goes to the next region, or the one before, from where the focus is. */
export function walkRegions(store: AppStore, by: 1 | -1): void {
  const here = regions.findIndex(({ id }) =>
    document.getElementById(id)?.contains(document.activeElement),
  )
  const from = here < 0 && by < 0 ? 0 : here
  const next = regions.at((from + by) % regions.length)
  if (next) focusRegion(store, next.id)
}
