import type { Verdict } from '#evaluator'
import { readPolicy, type PolicySource } from '#policy'
import type { Workspace, WorkspacePolicy } from '#workspace'
import { grade, type GradeOptions } from './grade.ts'
import { plainWords, type SentLine } from './result-line.ts'

/** One line that was handed in, with the answer when it came as a file. */
export interface Entry {
  readonly line: SentLine
  /** The policies of a result file. Without it, they are in the line's link. */
  readonly answer?: Workspace
}

/** What became of the link of a line. */
export type OpenedAnswer =
  | { readonly kind: 'opened'; readonly workspace: Workspace }
  | { readonly kind: 'cutOff' }
  | { readonly kind: 'noLink' }
  /** The link is whole and cannot be opened. `why` ends the sentence "The link…". */
  | { readonly kind: 'unreadable'; readonly why: string }
  /** More than the answer to a lesson can be. */
  | { readonly kind: 'tooLarge' }

/** What an answer does to one test. `waiting` where a policy is no policy. */
export interface AnsweredTest {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'waiting'
  readonly verdict: Verdict | 'waiting'
}

/** An answer, graded again: small enough to keep hundreds of them. */
export interface AnswerGrade {
  readonly tests: readonly AnsweredTest[]
  /** The rules that are broken, in words. */
  readonly broken: readonly string[]
  readonly met: number
  readonly total: number
  readonly solved: boolean
}

/** A line that was handed in, with everything that can be known about it. */
export interface GradedEntry extends Entry {
  /** The lesson's key: its id, or the title of a challenge. */
  readonly lesson: string
  readonly opened: OpenedAnswer
  /** The tests are the trainer's own, or came in the same link and prove little; without a grade there were none. */
  readonly gradedBy: 'trainer' | 'link' | undefined
  readonly grade: AnswerGrade | undefined
}

/** What grading needs to know of the world. */
export interface Grading extends Pick<GradeOptions, 'findings'> {
  /** The trainer's copies of lessons, the surest first. */
  readonly lessons: readonly Workspace[]
  readonly openLink: (link: string) => OpenedAnswer
}

/** An answer beyond this is no answer to a lesson, and is not evaluated. */
const mostPolicies = 40
const mostCharacters = 100_000
/** Tests that came with an answer or with a challenge, which anybody may have posted. */
const mostTests = 100

/** Whether a workspace is small enough to grade a whole class with it. */
export const canGrade = ({ scenarios, policies }: Workspace): boolean =>
  scenarios.length <= mostTests && isWithinBounds(policies)

/** The key of a lesson: what a result line calls it. */
export const lessonKey = ({ title, lesson }: Workspace): string =>
  plainWords(lesson?.id ?? title ?? '') || 'untitled'

/** The trainer's copy of the lesson that a line names by its id or by its title. */
export function findLesson(lessons: readonly Workspace[], name: string): Workspace | undefined {
  return (
    lessons.find((lesson) => lessonKey(lesson) === name) ??
    lessons.find(({ title }) => title !== undefined && plainWords(title) === name)
  )
}

/** Grades what was handed in against the trainer's copy of the lesson; the score in the line is only a claim. */
export function gradeEntry(entry: Entry, { lessons, openLink, findings }: Grading): GradedEntry {
  const { line, answer } = entry
  const own = findLesson(lessons.filter(canGrade), line.lesson)
  const opened = withinBounds(
    answer
      ? { kind: 'opened', workspace: answer }
      : line.link === ''
        ? { kind: 'noLink' }
        : openLink(line.link),
  )
  const carried =
    opened.kind === 'opened' &&
    canGrade(opened.workspace) &&
    opened.workspace.scenarios.some(({ expect }) => expect)
      ? opened.workspace
      : undefined
  const lesson = own ?? carried
  return {
    ...entry,
    lesson: own ? lessonKey(own) : line.lesson,
    opened,
    gradedBy: opened.kind !== 'opened' || !lesson ? undefined : own ? 'trainer' : 'link',
    grade:
      opened.kind === 'opened' && lesson
        ? gradeAnswer(lesson, opened.workspace.policies, findings)
        : undefined,
  }
}

function withinBounds(opened: OpenedAnswer): OpenedAnswer {
  if (opened.kind !== 'opened') return opened
  return isWithinBounds(opened.workspace.policies) ? opened : { kind: 'tooLarge' }
}

function isWithinBounds(policies: readonly WorkspacePolicy[]): boolean {
  const characters = policies.reduce((sum, { text }) => sum + text.length, 0)
  return policies.length <= mostPolicies && characters <= mostCharacters
}

/** The grade of an answer, without the traces. */
export function gradeAnswer(
  lesson: Workspace,
  policies: readonly WorkspacePolicy[],
  findings?: Grading['findings'],
): AnswerGrade {
  const { tests, rules, met, total, solved } = grade(lesson, policies, {
    sourceOf: rememberingSources(),
    ...(findings && { findings }),
  })
  return {
    tests: tests.map(({ scenario, state, decision }) => ({
      name: scenario.name,
      state,
      verdict: state === 'waiting' ? 'waiting' : decision.verdict,
    })),
    broken: rules.filter(({ broken }) => broken).map(({ words }) => words),
    met,
    total,
    solved,
  }
}

/** Reads a text once, however many tests ask for it; forgotten with the grading, for answers are many. */
function rememberingSources(): (policy: WorkspacePolicy) => PolicySource {
  const sources = new Map<string, PolicySource>()
  return ({ text }) => {
    const source = sources.get(text) ?? readPolicy(text)
    sources.set(text, source)
    return source
  }
}
