import { lazy, Suspense } from 'react'
import { Button } from '#controls'
import { problemCounts, problemsInWords, testResults, testSum, testSumInWords } from '#store'
import { useApp } from '#store/react'
import { AwsData } from './AwsData.tsx'
import styles from './status.module.css'

// Behind the first paint, with the library that makes links.
const LinkLength = lazy(async () => ({
  default: (await import('../share/LinkLength.tsx')).LinkLength,
}))

/** Counts, and what a person should be able to rely on at a glance. */
export function StatusBar() {
  const workspace = useApp((app) => app.workspace)
  const storage = useApp((app) => app.storage)
  const tabMovesFocus = useApp((app) => app.settings.tabMovesFocus)
  const settings = useApp((app) => app.changeSettings)
  const showDetails = useApp((app) => app.showDetails)
  const facts = useApp((app) => app.facts)
  const sum = testSum(testResults(workspace))
  return (
    <div className={styles['status']}>
      <Button look="quiet" onPress={() => showDetails('problems')}>
        {problemsInWords(problemCounts({ workspace, facts }))}
      </Button>
      <Button look="quiet" onPress={() => showDetails('tests')}>
        {testSumInWords(sum)}
      </Button>
      <span className={styles['words']}>Nothing leaves this browser</span>
      {storage === 'refused' ? (
        <span className={styles['words']}>Settings aren’t being kept</span>
      ) : null}
      <span className={styles['space']} />
      {facts.state === 'loading' ? null : (
        <Suspense fallback={null}>
          <LinkLength />
        </Suspense>
      )}
      <AwsData />
      <span className={styles['tab']}>
        <Button
          look="quiet"
          pressed={tabMovesFocus}
          onPress={() => settings({ tabMovesFocus: !tabMovesFocus })}
        >
          {tabMovesFocus ? 'Tab moves focus' : 'Tab indents'}
        </Button>
      </span>
    </div>
  )
}
