import type { AppStore } from '#store'

/** Whether it was this page that asked for the newer version: only then does it load itself anew. */
let asked = false

/**
 * Keeps the page and its data in the browser, so that it opens without a network. The worker caches files of this site and does
 * nothing else. A newer version waits until somebody wants it; where there are no workers, the page works as before.
 */
export async function keepOffline(store: AppStore): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const workers = navigator.serviceWorker
  const offer = () => store.getState().showBar({ kind: 'update' })
  // A first worker takes over a page that had none, which is no update.
  let isUpdate = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    // Somebody took the update in another tab; this one goes on undisturbed until it is asked.
    else if (isUpdate) offer()
    isUpdate = true
  })
  try {
    const registration = await workers.register('sw.js')
    const offerIfNewer = (worker: ServiceWorker | null) => {
      if (worker?.state === 'installed' && workers.controller) offer()
    }
    offerIfNewer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => offerIfNewer(worker))
    })
    lookNowAndThen(registration)
  } catch {
    // Refused, as in some private windows: nothing but the cache is missing.
  }
}

/** The page as it is in the newer version. */
export async function loadUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  asked = true
  // The worker of the build knows this message; when it takes over, the page is loaded anew.
  if (registration?.waiting) registration.waiting.postMessage({ type: 'SKIP_WAITING' })
  else location.reload()
}

const hour = 3_600_000

/** The browser looks for a newer version when a page is opened; a tab that stays open for days looks when one comes back to it. */
function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < hour) return
    looked = Date.now()
    // Without a network there is nothing to find.
    registration.update().catch(() => undefined)
  })
}
