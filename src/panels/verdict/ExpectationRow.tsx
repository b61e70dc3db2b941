import { Button, Icon } from '#controls'
import type { ExpectationResult } from '#store'
import { useApp } from '#store/react'
import { expectationNames } from './verdict-words.ts'
import styles from './verdict.module.css'

/** What was expected of this request, and whether it is so. */
export function ExpectationRow({ expectation }: { readonly expectation: ExpectationResult }) {
  const index = useApp((app) => app.selectedScenario)
  const expectThis = useApp((app) => app.expectThis)
  const clearExpectation = useApp((app) => app.clearExpectation)
  // What the author of a lesson expects is not the learner's to change.
  const fromLesson = useApp(({ exercise, workspace, selectedScenario }) =>
    exercise?.lesson.scenarios.some((test) => test === workspace.scenarios[selectedScenario]),
  )
  const showDetails = useApp((app) => app.showDetails)

  if (expectation.kind === 'none')
    return (
      <div className={styles['expectation']}>
        <Button look="quiet" icon="target" onPress={() => expectThis(index)}>
          Expect this
        </Button>
      </div>
    )
  const met = expectation.kind === 'met'
  return (
    <div className={styles['expectation']} data-met={met}>
      <p>
        <Icon name={met ? 'passed' : 'failed'} />{' '}
        {fromLesson ? 'The lesson expects:' : 'You expected:'}{' '}
        {expectationNames[expectation.expect.decision]}
        {expectation.kind === 'otherStatements' ? ', decided by other statements' : ''}.
      </p>
      {met ? (
        fromLesson ? null : (
          <Button look="quiet" onPress={() => clearExpectation(index)}>
            Expect nothing
          </Button>
        )
      ) : (
        <>
          {fromLesson ? null : (
            <Button onPress={() => expectThis(index)}>Update expectation</Button>
          )}
          <Button look="quiet" onPress={() => showDetails('trace')}>
            See trace
          </Button>
        </>
      )}
    </div>
  )
}
