import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** The controls speak the page's language, whatever the browser's is: half a page in another tongue helps nobody. */
export function English({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale="en-US">{children}</I18nProvider>
}
