import { useApp } from '#store/react'
import { panels, type Panel } from './table.ts'

/** The panels that there are now. */
export function usePanels(): readonly Panel[] {
  const ids = useApp((app) =>
    panels.flatMap(({ id, isThere }) => (isThere?.(app) === false ? [] : id)).join(' '),
  )
  return panels.filter(({ id }) => ids.split(' ').includes(id))
}
