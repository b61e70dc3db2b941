/** The regions of the screen, in the order in which F6 walks them. Their ids are what skip links lead to. */
export const regions = [
  { id: 'header', name: 'Header' },
  { id: 'policies', name: 'Policies' },
  { id: 'verdict', name: 'Verdict' },
  { id: 'request', name: 'Request' },
  { id: 'details', name: 'Details' },
  { id: 'status', name: 'Status' },
] as const

export type RegionId = (typeof regions)[number]['id']

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"], [contenteditable="true"]'

/** Puts the focus into a region: on the chosen tab or the first control it has, else on itself. */
export function focusRegion(id: RegionId): void {
  const region = document.getElementById(id)
  if (!region) return
  const editor = id === 'policies' ? region.querySelector<HTMLElement>('textarea') : null
  const first =
    editor ??
    [...region.querySelectorAll<HTMLElement>(focusable)].find(
      (element) => element.tabIndex >= 0 && element.checkVisibility(),
    )
  ;(first ?? region).focus()
}

/** Goes to the next region, or the one before, from where the focus is. */
export function walkRegions(by: 1 | -1): void {
  const here = regions.findIndex(({ id }) =>
    document.getElementById(id)?.contains(document.activeElement),
  )
  const from = here < 0 && by < 0 ? 0 : here
  const next = regions.at((from + by) % regions.length)
  if (next) focusRegion(next.id)
}
