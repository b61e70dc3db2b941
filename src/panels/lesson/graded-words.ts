import type { GradedTest } from '#lessons'
import type { TestResult } from '#store'
import { testWords, type TestWords } from '../tests/test-words.ts'

/** A graded test in the words of the tests: the icon, and "allowed, should be denied". */
export function gradedWords({ scenario, decision, state }: GradedTest): TestWords {
  const { expect } = scenario
  if (state === 'waiting' || !expect)
    return { icon: 'waiting', state: 'waiting', words: 'waiting: a policy can’t be read' }
  const result: TestResult = {
    index: 0,
    scenario,
    kind: 'decided',
    decision,
    expectation: { kind: state === 'passed' ? 'met' : 'otherVerdict', expect },
  }
  return testWords(result)
}
