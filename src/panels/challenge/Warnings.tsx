import { useState } from 'react'
import { Button, Icon } from '#controls'
import { tellingRequest, type AuthorWarning } from '#lessons'
import { useApp, useAppStore } from '#store/react'
import type { Workspace } from '#workspace'
import { useWarnings } from './use-warnings.ts'
import { requestFacts } from './request-facts.ts'
import { rulesAgainst, warningWords } from './warning-words.ts'
import styles from './challenge.module.css'

/** What is worth reading at once, and the most that is shown at all. */
const shownFirst = 6
const mostShown = 60

/** What the tests would let through, and what else the author should know before sharing. */
export function Warnings({ challenge }: { readonly challenge: Workspace }) {
  const { warnings, isUpToDate } = useWarnings(challenge)
  const [all, setAll] = useState(false)
  const shown = warnings.slice(0, all ? mostShown : shownFirst)
  const more = warnings.length - shown.length
  return (
    <section aria-label="Warnings" className={styles['warnings']} aria-busy={!isUpToDate}>
      <h4>What the tests let through</h4>
      {warnings.length === 0 ? (
        <p className={styles['soft']}>
          {isUpToDate
            ? 'No trivial answer passes, and every part of your solution is needed.'
            : 'Checking…'}
        </p>
      ) : (
        <ul data-old={isUpToDate ? undefined : true}>
          {shown.map((warning) => {
            const words = warningWords(warning)
            return <Warning key={words} warning={warning} words={words} challenge={challenge} />
          })}
        </ul>
      )}
      {more === 0 ? null : all ? (
        <p className={styles['soft']}>And {more} more.</p>
      ) : (
        <Button look="link" onPress={() => setAll(true)}>
          Show {more} more
        </Button>
      )}
    </section>
  )
}

function Warning({
  warning,
  words,
  challenge,
}: {
  readonly warning: AuthorWarning
  readonly words: string
  readonly challenge: Workspace
}) {
  const store = useAppStore()
  const addTest = useApp((app) => app.addTest)
  const editLesson = useApp((app) => app.editLesson)
  const [foundNone, setFoundNone] = useState(false)
  const rules = rulesAgainst(warning, challenge)
  const test =
    'test' in warning
      ? warning.test
      : warning.kind === 'solutionFails'
        ? warning.tests[0]
        : undefined
  const hasSolution = challenge.lesson?.solution !== undefined

  const add = () => {
    if (!('answer' in warning)) return
    const facts = requestFacts(store.getState().facts.reference)
    const found = tellingRequest(challenge, warning.answer, facts)
    if (found) addTest(found)
    else setFoundNone(true)
  }
  const show = () => {
    const { workspace, selectScenario } = store.getState()
    selectScenario(workspace.scenarios.findLastIndex(({ name }) => name === test))
  }

  return (
    <li>
      <Icon name="warning" size={14} />
      <div>
        <p>{inCode(words)}</p>
        {foundNone ? <p role="status">No request was found that tells the two apart.</p> : null}
        <div className={styles['buttons']}>
          {'answer' in warning && hasSolution && !foundNone ? (
            <Button look="chip" label={`Add a test: ${plain(words)}`} onPress={add}>
              Add a test
            </Button>
          ) : null}
          {rules.length > 0 ? (
            <Button
              look="chip"
              label={`Add a rule: ${plain(words)}`}
              onPress={() =>
                editLesson({ mustNot: [...(challenge.lesson?.mustNot ?? []), ...rules] })
              }
            >
              Add a rule
            </Button>
          ) : null}
          {test === undefined ? null : (
            <Button look="chip" label={`Show the test ${test.slice(0, 200)}`} onPress={show}>
              Show the test
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

const plain = (words: string) => words.replaceAll('`', '')

/** What stands between two back ticks in the code face. */
const inCode = (words: string) =>
  words.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))
