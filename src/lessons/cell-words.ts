import type { GradedEntry, OpenedAnswer } from './graded-entry.ts'

/** What a cell of the class's table says. */
export interface CellWords {
  /** `claimed` stands for a score that nobody could check. */
  readonly state: 'solved' | 'unsolved' | 'claimed'
  /** `solved`, or `4 of 6`. */
  readonly score: string
  /** `6 min · 1 hint`. */
  readonly effort: string
  /** What is to be known beside the score. */
  readonly notes: readonly string[]
}

/** A result in words: what the answer has, and where this differs from what the line claims. */
export function cellWords({ line, opened, grade, gradedBy }: GradedEntry): CellWords {
  const { met, total, hints, minutes } = line
  const claim = `${met} of ${total}`
  const hint = `${hints} ${hints === 1 ? 'hint' : 'hints'}`
  const effort = [`${minutes} min`, ...(hints > 0 ? [hint] : [])].join(' · ')
  if (!grade) return { state: 'claimed', score: claim, effort, notes: [whyUngraded(opened)] }
  const has = `${grade.met} of ${grade.total}`
  return {
    state: grade.solved ? 'solved' : 'unsolved',
    score: grade.solved ? 'solved' : has,
    effort,
    notes: [
      ...(met === grade.met && total === grade.total ? [] : [`claims ${claim}, has ${has}`]),
      ...(gradedBy === 'link' ? ['graded by the tests in its own link'] : []),
    ],
  }
}

function whyUngraded(opened: OpenedAnswer): string {
  switch (opened.kind) {
    case 'opened':
      return 'no copy of this lesson to grade with'
    case 'cutOff':
      return 'link was cut off'
    case 'noLink':
      return 'no link in the line'
    case 'unreadable':
      return `link ${opened.why}`
    case 'tooLarge':
      return 'too large for an answer'
  }
}
