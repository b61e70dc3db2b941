import { oneLine } from './markdown.ts'

/** HTML that shows a workspace on another page: `base` is the address of the page made for that, `fragment` the link's. */
export function toEmbedCode(base: string, fragment: string, title: string | undefined): string {
  const name = title ? `Sidelight: ${oneLine(title)}` : 'Sidelight'
  return `<iframe src="${attribute(base + fragment)}" title="${attribute(name)}" width="100%" height="420" loading="lazy" style="border: 1px solid; border-radius: 4px"></iframe>`
}

function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
