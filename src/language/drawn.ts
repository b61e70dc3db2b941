import type { Mark, PartMark, StatementMark } from './highlights.ts'

/** What of a statement's mark is drawn at the text, wherever the text is shown. */
export interface Drawn {
  /** Whether it has a bar and a shape at the edge; of the others only the parts that fail are shown. */
  readonly barred: boolean
  /** What stands after its first line, without the sign before it, which is drawn; empty where nothing is said. */
  readonly words: string
  /** The parts to underline, each with its words. */
  readonly unmet: readonly PartMark[]
}

const barred: Partial<Record<Mark, true>> = {
  allows: true,
  denies: true,
  overruled: true,
  limited: true,
  nearMiss: true,
}

/** What is drawn for a mark. */
export function drawn({ mark, words, parts }: StatementMark): Drawn {
  const unmet = mark === 'notConsulted' ? [] : parts.filter((part) => !part.met)
  // Of a statement that is simply about something else, the parts say enough.
  const silent = mark === 'notApplied' && unmet.length > 0
  return {
    barred: barred[mark] ?? false,
    words: silent ? '' : words.replace(/^[✓⛔]\s*/u, ''),
    unmet,
  }
}
