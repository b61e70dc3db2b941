import { allOf, type Disposable } from './disposables.ts'
import { monaco } from './monaco.ts'
import { hexOf, themeOf } from './theme-colors.ts'

/** The one theme of the editor: it is made again of the page's tokens when those change. */
export const themeName = 'sidelight'

/** Makes the theme of what the page's tokens are now. */
export function defineTheme(): void {
  const forced = forcedColors().matches
  const high = forced || document.documentElement.dataset['theme'] === 'highContrast'
  const probe = document.createElement('span')
  // Else every colour of the probe would be the system's colour of text.
  probe.style.setProperty('forced-color-adjust', 'none')
  document.body.append(probe)
  const read = (token: string) => {
    probe.style.color = forced ? systemColor(token) : `var(--${token})`
    return hexOf(getComputedStyle(probe).color)
  }
  const theme = themeOf(read, high ? 'high' : 'normal')
  probe.remove()
  monaco.editor.defineTheme(themeName, theme)
}

/** Where the system chooses the colours, the tokens are its own. */
function systemColor(token: string): string {
  if (/^(?:page|surface|raised|hover|pressed)$|-tint$/.test(token)) return 'Canvas'
  if (token === 'accent') return 'Highlight'
  return token === 'on-accent' ? 'HighlightText' : 'CanvasText'
}

/** Makes the theme again when the page or the system changes its colours. */
export function followTheme(): Disposable {
  const observer = new MutationObserver(defineTheme)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const queries = [matchMedia('(prefers-color-scheme: dark)'), forcedColors()]
  for (const query of queries) query.addEventListener('change', defineTheme)
  return allOf(
    () => observer.disconnect(),
    ...queries.map((query) => () => query.removeEventListener('change', defineTheme)),
  )
}

const forcedColors = () => matchMedia('(forced-colors: active)')
