import { oneLine, type Exhibit } from './markdown.ts'

/** As long as a chat shows without folding. */
const longest = 200

/** A few lines for a chat: what is asked, what comes of it, and the link. No markup, because every chat has its own. */
export function toChatText({ title, request, verdict, link }: Exhibit): string {
  return [title, request, verdict]
    .flatMap((text) => (text ? [shortened(oneLine(text))] : []))
    .concat(link)
    .join('\n')
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`
}
