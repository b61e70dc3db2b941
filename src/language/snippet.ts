/** Text that stands for itself inside a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&')
}

/** The text that a snippet inserts when its stops are left as they are. */
export function plainText(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\d+/gu,
    (_, escaped?: string, preset?: string) => escaped ?? preset ?? '',
  )
}
