import type { Lesson } from '#workspace'

/** What `lesson.md` says: everything of a lesson but its policies and tests. */
export interface LessonPage {
  readonly title: string
  readonly lesson: Omit<Lesson, 'solution' | 'id'>
}

/**
 * Reads `lesson.md`: front matter between `---` lines (one key per line, text in double quotes with JSON's escapes, lists as
 * lines of `  - "…"`), the text, and behind `## Debrief` what is shown once all tests pass. Lesson files are ours: a malformed
 * one is our bug and throws.
 */
export function readLessonPage(markdown: string): LessonPage {
  const match = /^---\n(.*?)\n---\n(.*)$/su.exec(markdown)
  if (!match) throw new SyntaxError('a lesson begins with front matter between --- lines')
  const [, head = '', body = ''] = match
  const values = readFrontMatter(head)
  const text = (key: string) => {
    const value = values.get(key)
    if (typeof value !== 'string') throw new SyntaxError(`the front matter lacks ${key}`)
    return value
  }
  const list = (key: string) => {
    const value = values.get(key)
    if (!Array.isArray(value)) throw new SyntaxError(`${key} in the front matter is a list`)
    return value as readonly string[]
  }
  const [lessonText = '', debrief = ''] = body.split(/^## Debrief$/mu)
  const next = text('next')
  return {
    title: text('title'),
    lesson: {
      kind: text('kind') === 'challenge' ? 'challenge' : 'lesson',
      minutes: Number(text('minutes')),
      goal: text('goal'),
      text: lessonText.trim(),
      debrief: debrief.trim(),
      hints: list('hints'),
      mustNot: list('mustNot'),
      ...(next !== 'null' && { next }),
    },
  }
}

function readFrontMatter(head: string): ReadonlyMap<string, string | readonly string[]> {
  const values = new Map<string, string | string[]>()
  let list: string[] = []
  for (const line of head.split('\n')) {
    const item = /^ {2}- (.*)$/u.exec(line)
    if (item) {
      list.push(unquote(item[1] ?? ''))
      continue
    }
    const entry = /^(\w+):(?: (.*))?$/u.exec(line)
    if (!entry) throw new SyntaxError(`not understood in front matter: ${line}`)
    const [, key = '', value] = entry
    if (value === undefined || value === '[]') {
      list = []
      values.set(key, list)
    } else values.set(key, unquote(value))
  }
  return values
}

const unquote = (value: string) => (value.startsWith('"') ? String(JSON.parse(value)) : value)

/** Writes `lesson.md`; the inverse of `readLessonPage`. */
export function writeLessonPage({ title, lesson }: LessonPage): string {
  const list = (name: string, items: readonly string[] = []) =>
    items.length === 0
      ? [`${name}: []`]
      : [`${name}:`, ...items.map((item) => `  - ${JSON.stringify(item)}`)]
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `kind: ${lesson.kind}`,
    `minutes: ${lesson.minutes ?? 5}`,
    `goal: ${JSON.stringify(lesson.goal ?? '')}`,
    ...list('hints', lesson.hints),
    ...list('mustNot', lesson.mustNot),
    `next: ${lesson.next ?? 'null'}`,
    '---',
    '',
    lesson.text ?? '',
    '',
    '## Debrief',
    '',
    lesson.debrief ?? '',
    '',
  ].join('\n')
}
