import { Button, Icon } from '#controls'
import type { Grade, GradedRule, GradedTest } from '#lessons'
import { useApp } from '#store/react'
import type { Expectation, Workspace } from '#workspace'
import { gradedWords } from '../lesson/graded-words.ts'
import { useGrades } from './use-grades.ts'
import styles from './challenge.module.css'

/** More than anybody reads; a file from elsewhere may hold any number. */
const mostShown = 200

/** Every test with the start and with the solution; choosing one turns the screen to its request. */
export function TestTable({ challenge }: { readonly challenge: Workspace }) {
  const { start, solution } = useGrades(challenge)
  const scenarios = useApp((app) => app.workspace.scenarios)
  const selected = useApp((app) => app.selectedScenario)
  const selectScenario = useApp((app) => app.selectScenario)
  const showDetails = useApp((app) => app.showDetails)
  const without = scenarios.length - start.tests.length

  return (
    <>
      <p role="status" aria-label="Sum of the tests">
        {sumWords(start, solution)}
      </p>
      {start.tests.length > 0 || start.rules.length > 0 ? (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Test</th>
              <th scope="col">Wanted</th>
              <th scope="col">Start</th>
              <th scope="col">Solution</th>
            </tr>
          </thead>
          <tbody>
            {start.tests.slice(0, mostShown).map((test, row) => {
              const index = scenarios.indexOf(test.scenario)
              return (
                <tr key={index} data-selected={index === selected ? true : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles['test']}
                      aria-current={index === selected ? 'true' : undefined}
                      onClick={() => selectScenario(index)}
                    >
                      {test.scenario.name.slice(0, 300)}
                    </button>
                  </th>
                  <td>{test.scenario.expect ? wanted[test.scenario.expect.decision] : ''}</td>
                  <TestCell test={test} />
                  <TestCell test={solution?.tests[row]} />
                </tr>
              )
            })}
            {start.rules.slice(0, mostShown).map((rule, row) => (
              <tr key={`rule-${row}`}>
                <th scope="row">{rule.words.slice(0, 240)}</th>
                <td>rule</td>
                <RuleCell rule={rule} />
                <RuleCell rule={solution?.rules[row]} />
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {without > 0 ? (
        <p className={styles['soft']}>
          {without === 1 ? '1 request expects' : `${without} requests expect`} nothing yet.{' '}
          <Button look="link" onPress={() => showDetails('tests')}>
            Expect this, in Tests
          </Button>{' '}
          makes a request a test.
        </p>
      ) : null}
    </>
  )
}

/** "Start passes 2 of 6, your solution 6 of 6". */
function sumWords(start: Grade, solution: Grade | undefined): string {
  const sum = ({ tests }: Grade) =>
    `${tests.filter(({ state }) => state === 'passed').length} of ${tests.length}`
  if (start.tests.length === 0) return 'There are no tests yet.'
  return `Start passes ${sum(start)}, ${solution ? `your solution ${sum(solution)}` : 'and there is no solution yet'}.`
}

const wanted: Readonly<Record<Expectation['decision'], string>> = {
  allow: 'allowed',
  deny: 'denied',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
}

function TestCell({ test }: { readonly test: GradedTest | undefined }) {
  if (!test) return <td>–</td>
  const { icon, words } = gradedWords(test)
  return <Cell icon={icon} state={test.state} words={words} />
}

function RuleCell({ rule }: { readonly rule: GradedRule | undefined }) {
  if (!rule) return <td>–</td>
  return rule.broken ? (
    <Cell icon="failed" state="failed" words="broken" />
  ) : (
    <Cell icon="passed" state="passed" words="kept" />
  )
}

function Cell({
  icon,
  state,
  words,
}: {
  readonly icon: 'passed' | 'failed' | 'waiting' | 'none' | Parameters<typeof Icon>[0]['name']
  readonly state: GradedTest['state']
  readonly words: string
}) {
  return (
    <td data-state={state}>
      <Icon name={icon} size={14} /> {words}
    </td>
  )
}
