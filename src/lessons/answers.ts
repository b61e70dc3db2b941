import type { Workspace, WorkspacePolicy } from '#workspace'
import { gradeAnswer, type AnswerGrade, type AnsweredTest } from './graded-entry.ts'
import type { Placed, ResultTable } from './collect.ts'
import { groupedBy } from './grouped-by.ts'
import { canonical, placeOf, sameMeaning } from './meaning.ts'

/** Answers to one lesson that allow and deny the same. */
export interface AnswerGroup {
  readonly grade: AnswerGrade
  readonly size: number
  /** What the tests and rules say that these answers miss. */
  readonly missed: readonly string[]
  /** Some test is denied by a Deny, and not only for want of an allow. */
  readonly denies: boolean
  /** The idea of a known wrong answer that does the same. */
  readonly like: string | undefined
  /** The answers by what they say, the commonest first. */
  readonly texts: readonly AnswerText[]
}

/** Answers that say the same, but for their layout. */
export interface AnswerText {
  /** The policies that differ from the start; the first answer's layout. */
  readonly policies: readonly WorkspacePolicy[]
  /** The names of policies of the start that are gone. */
  readonly removed: readonly string[]
  readonly by: readonly { readonly name: string; readonly placed: Placed }[]
}

/**
 * The answers to one lesson side by side: grouped by what they decide in the lesson's tests and which rules they break, then by
 * their text. Solved groups come first, larger groups before smaller ones. Answers that could not be graded have no place here.
 */
export function answerGroups(
  { rows }: ResultTable,
  key: string,
  lesson: Workspace,
  wrongAnswers: readonly Workspace[] = [],
): readonly AnswerGroup[] {
  const answers = rows.flatMap(({ name, cells }) => {
    const placed = cells.get(key)?.last
    const { opened, grade } = placed?.entry ?? {}
    return placed && grade && opened?.kind === 'opened'
      ? [{ name, placed, grade, policies: opened.workspace.policies }]
      : []
  })
  const ideas = new Map(
    wrongAnswers
      .map(({ title, policies }) => [behaviour(gradeAnswer(lesson, policies)), title] as const)
      .toReversed(),
  )
  return [...groupedBy(answers, ({ grade }) => behaviour(grade))]
    .flatMap(([does, group]): AnswerGroup[] => {
      const [first] = group
      if (!first) return []
      const { grade } = first
      const texts = [...groupedBy(group, ({ policies }) => saying(policies)).values()].map(
        (same): AnswerText => ({
          policies: changedPolicies(lesson, same[0]?.policies ?? []),
          removed: lesson.policies.flatMap(({ name }) =>
            same[0]?.policies.some((policy) => policy.name === name) ? [] : [name],
          ),
          by: same.map(({ name, placed }) => ({ name, placed })),
        }),
      )
      return [
        {
          grade,
          size: group.length,
          missed: missedOf(grade),
          denies: grade.tests.some(({ verdict }) => verdict === 'explicitDeny'),
          like: grade.solved ? undefined : ideas.get(does),
          texts: texts.sort((a, b) => b.by.length - a.by.length),
        },
      ]
    })
    .sort(
      (a, b) =>
        Number(b.grade.solved) - Number(a.grade.solved) ||
        b.size - a.size ||
        b.grade.met - a.grade.met,
    )
}

const behaviour = ({ tests, broken }: AnswerGrade) =>
  JSON.stringify([tests.map(({ verdict }) => verdict), broken])

const saying = (policies: readonly WorkspacePolicy[]) =>
  JSON.stringify(policies.map((policy) => [placeOf(policy), canonical(policy.text)]))

const unmet = ({ state }: AnsweredTest) => state !== 'passed'

const missedOf = ({ tests, broken }: AnswerGrade) => [
  ...tests.filter(unmet).map(({ name }) => name),
  ...broken,
]

/** The policies of an answer that the learner changed or added. */
function changedPolicies(
  start: Workspace,
  policies: readonly WorkspacePolicy[],
): readonly WorkspacePolicy[] {
  return policies.filter((policy) => {
    const before = start.policies.find(({ name }) => name === policy.name)
    return !before || !sameMeaning(before, policy)
  })
}

/** The debrief of a lesson in one sentence: "11 solved it with a Deny, 4 without; 2 didn’t: IfExists on the allow." */
export function answersInWords(groups: readonly AnswerGroup[]): string {
  const count = (some: readonly AnswerGroup[]) => some.reduce((sum, { size }) => sum + size, 0)
  const solved = groups.filter(({ grade }) => grade.solved)
  const unsolved = groups.filter(({ grade }) => !grade.solved)
  if (groups.length === 0) return 'No answer to this lesson could be read.'
  const [denying, others] = [solved.filter(({ denies }) => denies), solved.filter((g) => !g.denies)]
  const solvers =
    solved.length === 0
      ? 'Nobody solved it'
      : denying.length > 0 && others.length > 0
        ? `${count(denying)} solved it with a Deny, ${count(others)} without`
        : `${count(solved)} solved it`
  const reasons = unsolved.map(({ size, missed: [first], like, grade }) => {
    if (grade.tests.some(({ state }) => state === 'waiting'))
      return `${size} can’t be read as policies`
    if (like !== undefined) return `${size} didn’t: ${like}`
    return first === undefined ? `${size} had no tests` : `${size} didn’t, at “${first}”`
  })
  return `${[solvers, ...reasons].join('; ')}.`
}

/** A test or rule, and how many unfinished answers miss it. */
export interface MissedTest {
  readonly name: string
  readonly missing: number
}

/** Which test was last: what most unfinished answers to a lesson miss, the most missed first. */
export function missedTests({ rows }: ResultTable, key: string): readonly MissedTest[] {
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const grade = cells.get(key)?.last.entry.grade
    if (!grade || grade.solved) continue
    for (const name of missedOf(grade)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, missing]) => ({ name, missing }))
    .sort((a, b) => b.missing - a.missing)
}
