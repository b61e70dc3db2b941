import type { IconName } from '#controls'
import type { TestResult } from '#store'
import { verdictNames } from '../verdict/verdict-words.ts'

/** A test's result: a shape, words, and how it is to be taken. */
export interface TestWords {
  readonly icon: IconName
  readonly state: 'passed' | 'failed' | 'waiting' | 'none'
  readonly words: string
}

/** The result of one request of the workspace, in words. */
export function testWords(result: TestResult): TestWords {
  if (result.kind === 'waiting') {
    const reason =
      'policy' in result.for
        ? `${result.for.policy} can’t be read`
        : 'turn' in result.for
          ? `only the first ${result.for.turn.toLocaleString('en')} are run by themselves`
          : `the request needs ${result.for.field === 'action' ? 'an' : 'a'} ${result.for.field}`
    return { icon: 'waiting', state: 'waiting', words: `waiting: ${reason}` }
  }
  const { decision, expectation } = result
  const said = decision.verdict === 'allow' ? 'allowed' : 'denied'
  switch (expectation.kind) {
    case 'none':
      return { icon: 'none', state: 'none', words: verdictNames[decision.verdict] }
    case 'met':
      return { icon: 'passed', state: 'passed', words: `${said} as wanted` }
    case 'otherStatements':
      return {
        icon: 'failed',
        state: 'failed',
        words: `${said} as wanted, but by other statements`,
      }
    case 'otherVerdict': {
      const wanted = expectation.expect.decision
      if (wanted === 'allow') return failed('denied, should be allowed')
      if (decision.verdict === 'allow') return failed('allowed, should be denied')
      return failed(
        wanted === 'explicitDeny'
          ? 'denied as nothing allows it, should be an explicit deny'
          : 'denied by an explicit deny, should only lack an allow',
      )
    }
  }
}

const failed = (words: string): TestWords => ({ icon: 'failed', state: 'failed', words })
