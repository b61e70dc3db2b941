import { useSyncExternalStore } from 'react'

/** Whether the window is like this now; the component is drawn again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** How wide the window is: at first what it holds, and the sizes of the columns follow. */
export function useWindowWidth(): number {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('resize', changed)
      return () => removeEventListener('resize', changed)
    },
    () => innerWidth,
  )
}

/** A phone, upright or on its side, and a window that is enlarged to the size of one: one part of the screen at a time. */
export const usePhone = (): boolean =>
  useMedia('(max-width: 640px), (max-width: 960px) and (max-height: 500px)')

/** Whether only fingers point here: then the policy is read in our own view and edited in a field of the browser. */
export function useOnlyFingers(): boolean {
  const coarse = useMedia('(pointer: coarse)')
  const fine = useMedia('(any-pointer: fine)')
  return coarse && !fine
}
