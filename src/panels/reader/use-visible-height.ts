import { useSyncExternalStore } from 'react'

function subscribe(changed: () => void): () => void {
  visualViewport?.addEventListener('resize', changed)
  return () => visualViewport?.removeEventListener('resize', changed)
}

const visibleHeight = () => {
  const visible = visualViewport
  // Pinched, a part of the page is seen, and nothing should follow that.
  if (!visible || visible.scale > 1.01) return undefined
  return Math.round(visible.height)
}

/** How high the page is above the keyboard that lies over it, where the browser doesn't shrink the page for it. */
export function useVisibleHeight(): number | undefined {
  return useSyncExternalStore(subscribe, visibleHeight)
}
