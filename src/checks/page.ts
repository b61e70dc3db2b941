import { readMarkedText, type GrammarType, type MarkedText } from '#policy'

/** A policy on a check's page: an example for the reader, and a test of the check. */
export interface PageSample {
  readonly kind: 'policy'
  /** Whether the marked places are found, or nothing is. */
  readonly expects: 'bad' | 'good'
  readonly type: GrammarType
  /** The policy, whole: a lone statement is put in a document. */
  readonly policy: MarkedText
  /** As it stands on the page. */
  readonly shown: MarkedText
}

export type PageBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | PageSample

/** The help page of a check, read from its Markdown. */
export interface CheckPage {
  readonly title: string
  readonly blocks: readonly PageBlock[]
}

/** Reads a page: `# Title`, paragraphs, `## Headings`, and policies in fences marked `policy bad identity` or `policy good scp`. */
export function readPage(markdown: string): CheckPage {
  let title = ''
  const blocks: PageBlock[] = []
  let paragraph: string[] = []
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'text', text: paragraph.join('\n') })
    paragraph = []
  }
  const lines = markdown.replaceAll('\r\n', '\n').split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const fence = /^```policy (bad|good) (\w+)$/u.exec(line)
    if (fence) {
      flush()
      const end = lines.indexOf('```', at + 1)
      if (end < 0) throw new SyntaxError(`the fence in line ${at + 1} has no end`)
      blocks.push(
        sample(fence[1] === 'bad' ? 'bad' : 'good', fence[2] ?? '', lines.slice(at + 1, end)),
      )
      at = end
    } else if (line.startsWith('# ')) title = line.slice(2).trim()
    else if (line.startsWith('## ')) {
      flush()
      blocks.push({ kind: 'heading', text: line.slice(3).trim() })
    } else if (line.trim() === '') flush()
    else if (line.startsWith('```'))
      throw new SyntaxError(`line ${at + 1}: ${line} is no fence of a page`)
    else paragraph.push(line)
  }
  flush()
  return { title, blocks }
}

/** `… 84 more` stands for as many lines like the one before, counted on: what is wrong with a long policy is its length. */
function unfold(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const count = /^\s*… (\d+) more$/u.exec(line)?.[1]
    if (count === undefined) return [line]
    const pattern = lines[index - 1] ?? ''
    return Array.from({ length: Number(count) }, (_, more) =>
      pattern.replace(/\d{4}(?=\D*$)/u, (first) =>
        String(Number(first) + more + 1).padStart(first.length, '0'),
      ),
    )
  })
}

function sample(expects: 'bad' | 'good', type: string, lines: readonly string[]): PageSample {
  const marked = unfold(lines).join('\n')
  // A policy names its version or its statements; everything else in braces is one statement.
  const whole = /"Statement"|"Version"/u.test(marked) || !/^\s*«?\{/u.test(marked)
  const text = whole ? marked : `{ "Version": "2012-10-17", "Statement": [\n${marked}\n] }`
  return {
    kind: 'policy',
    expects,
    type: type as GrammarType,
    policy: readMarkedText(text),
    shown: readMarkedText(lines.join('\n')),
  }
}
