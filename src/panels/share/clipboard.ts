/** Copies a text; a browser may refuse, or have no clipboard where a page is not served over HTTPS. */
export async function copyText(text: string): Promise<'copied' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}

/** What to press, where the clipboard was refused. */
export const copyKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C'
