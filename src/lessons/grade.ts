import type { Decision } from '#evaluator'
import { readPolicy, type PolicySource } from '#policy'
import { runScenario, type Scenario, type Workspace, type WorkspacePolicy } from '#workspace'
import {
  isBroken,
  lockedPolicies,
  lockedStatements,
  readRules,
  ruleWords,
  type Rule,
} from './rules.ts'

export interface GradedTest {
  readonly scenario: Scenario
  /** `waiting` while some policy is no policy: nothing can be said then. */
  readonly state: 'passed' | 'failed' | 'waiting'
  readonly decision: Decision
}

export interface GradedRule {
  readonly rule: Rule
  readonly words: string
  readonly broken: boolean
}

export interface Grade {
  readonly tests: readonly GradedTest[]
  readonly rules: readonly GradedRule[]
  /** Tests and rules together: how many are met, and how many there are. */
  readonly met: number
  readonly total: number
  readonly solved: boolean
}

export interface GradeOptions {
  readonly sourceOf?: (policy: WorkspacePolicy) => PolicySource
  /** The ids of the checks with a finding on a policy, for `finding` rules; undefined while they are not known. */
  readonly findings?: (policy: WorkspacePolicy) => readonly string[] | undefined
}

/**
 * Grades an answer by what it does: the lesson's own tests, evaluated over the learner's policies, and its must-not rules. Any
 * policy that meets them passes; texts are never compared. Tests that a learner adds do not count.
 */
export function grade(
  lesson: Workspace,
  policies: readonly WorkspacePolicy[],
  { sourceOf = ({ text }) => readPolicy(text), findings = () => [] }: GradeOptions = {},
): Grade {
  const tests = lesson.scenarios
    .filter(({ expect }) => expect !== undefined)
    .map((scenario): GradedTest => {
      // `decidedBy` would grade the text.
      const expect = scenario.expect && { decision: scenario.expect.decision }
      const { decision, unread, pass } = runScenario(
        { policies },
        { ...scenario, ...(expect && { expect }) },
        sourceOf,
      )
      return {
        scenario,
        decision,
        state: unread.length > 0 ? 'waiting' : pass ? 'passed' : 'failed',
      }
    })
  const rules = readRules(lesson)
  const situation = {
    start: lesson.policies,
    current: policies,
    locked: lockedPolicies(rules),
    lockedStatements: lockedStatements(rules, lesson.policies),
    sourceOf,
    findings,
  }
  const graded = rules.map((rule) => ({
    rule,
    words: ruleWords(rule, lesson.policies),
    broken: isBroken(rule, situation),
  }))
  const met =
    tests.filter(({ state }) => state === 'passed').length +
    graded.filter(({ broken }) => !broken).length
  const total = tests.length + graded.length
  return { tests, rules: graded, met, total, solved: met === total && tests.length > 0 }
}
