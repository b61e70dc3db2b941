import { Icon, type IconName } from '#controls'
import type { GradedRule, GradedTest } from '#lessons'
import type { Scenario } from '#workspace'
import { gradedWords } from './graded-words.ts'
import styles from './rows.module.css'

/** The tests of a lesson, each with its result in an icon and words; choosing one leads to its request. */
export function TestRows({
  tests,
  selected,
  onSelect,
}: {
  readonly tests: readonly GradedTest[]
  readonly selected: Scenario | undefined
  readonly onSelect: (test: Scenario) => void
}) {
  return (
    <ol className={styles['rows']} aria-label="Tests">
      {tests.map((test, index) => {
        const { icon, state, words } = gradedWords(test)
        return (
          <li key={index}>
            <button
              type="button"
              className={styles['row']}
              data-state={state}
              aria-current={test.scenario === selected ? 'true' : undefined}
              onClick={() => onSelect(test.scenario)}
            >
              <Cells icon={icon} name={test.scenario.name} words={words} />
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** The must-not rules of a lesson, with the same two icons. */
export function RuleRows({ rules }: { readonly rules: readonly GradedRule[] }) {
  if (rules.length === 0) return null
  return (
    <ul className={styles['rows']} aria-label="Rules">
      {rules.map(({ words, broken }, index) => (
        <li key={index} className={styles['row']} data-state={broken ? 'failed' : 'passed'}>
          <Cells
            icon={broken ? 'failed' : 'passed'}
            name={words}
            words={broken ? 'rule is broken' : 'rule is kept'}
          />
        </li>
      ))}
    </ul>
  )
}

function Cells({
  icon,
  name,
  words,
}: {
  readonly icon: IconName
  readonly name: string
  readonly words: string
}) {
  return (
    <>
      <span className={styles['icon']}>
        <Icon name={icon} />
      </span>
      <span className={styles['name']}>
        {name}
        <span className="visually-hidden">,</span>
      </span>
      <span className={styles['words']}>{words}</span>
    </>
  )
}
