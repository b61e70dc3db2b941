/** A piece of a paragraph. */
export type Inline =
  | { readonly is: 'words' | 'strong' | 'code'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly to: string }

const pieces = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/gu

/** The pieces of a paragraph of a page: `code`, **strong**, [links](https://…); everything else is words, and lines run on. */
export function inlinesOf(paragraph: string): readonly Inline[] {
  const text = paragraph.replaceAll('\n', ' ')
  const found: Inline[] = []
  let at = 0
  const words = (end: number) => {
    if (end > at) found.push({ is: 'words', text: text.slice(at, end) })
  }
  for (const match of text.matchAll(pieces)) {
    const [whole, code, strong, link, to] = match
    words(match.index)
    at = match.index + whole.length
    if (code !== undefined) found.push({ is: 'code', text: code })
    else if (strong !== undefined) found.push({ is: 'strong', text: strong })
    else if (link !== undefined && to !== undefined) found.push({ is: 'link', text: link, to })
  }
  words(text.length)
  return found
}
