/** A part of the guide: a heading of the second level and the Markdown under it. */
export interface GuidePart {
  readonly id: string
  readonly title: string
  readonly text: string
}

export interface Guide {
  readonly title: string
  readonly introduction: string
  readonly parts: readonly GuidePart[]
}

/**
 * Takes the guide's Markdown apart at its headings. Its links lead to files of the repository, so that it can be read there; here
 * they open the lesson and the help page that are made of these files.
 */
export function readGuide(markdown: string): Guide {
  const [head = '', ...rest] = withLinksOfTheApp(markdown).split(/^## /mu)
  return {
    title: /^# (.+)$/mu.exec(head)?.[1] ?? '',
    introduction: head.replace(/^# .+$/mu, '').trim(),
    parts: rest.map((part) => {
      const end = part.indexOf('\n')
      const title = part.slice(0, end).trim()
      return { id: `guide-${slug(title)}`, title, text: part.slice(end).trim() }
    }),
  }
}

const withLinksOfTheApp = (markdown: string) =>
  markdown
    .replace(/\]\(\.\.\/\.\.\/lessons\/([\w-]+)\/lesson\.md\)/gu, '](lesson:$1)')
    .replace(/\]\(\.\.\/\.\.\/checks\/[\w-]+\/([\w-]+)\.md\)/gu, '](check:$1)')

const slug = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
