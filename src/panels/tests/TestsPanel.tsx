import { Button, Icon, Select, TestList } from '#controls'
import { explanationOf, sourcesOf, testResults, type TestResult } from '#store'
import { useApp } from '#store/react'
import type { Expectation } from '#workspace'
import { blockAround } from '../block.ts'
import { BlockSteps } from '../BlockSteps.tsx'
import { testWords } from './test-words.ts'
import styles from './tests.module.css'

/** As many rows as are drawn without being felt. */
const mostRows = 300

/** Every request of the workspace with its verdict; choosing one turns the whole screen to it. */
export function TestsPanel() {
  const workspace = useApp((app) => app.workspace)
  const selected = useApp((app) => app.selectedScenario)
  const selectScenario = useApp((app) => app.selectScenario)
  const removeScenario = useApp((app) => app.removeScenario)
  const moveScenario = useApp((app) => app.moveScenario)
  const results = testResults(workspace)
  const block = blockAround(results, selected, mostRows)

  const decidedBy = (result: TestResult): string => {
    if (result.kind === 'waiting') return ''
    const { statements, nearest } = explanationOf(result.decision, sourcesOf(workspace.policies))
    if (statements.length > 0) return statements.map(({ name }) => name).join(', ')
    return nearest[0]?.words ?? ''
  }

  if (results.length === 0)
    return (
      <p className={styles['none']}>
        Tests keep the verdicts you expect. Add the first with Expect this.
      </p>
    )
  return (
    <>
      <TestActions />
      <TestList
        label="Requests"
        selected={selected - block.start}
        onSelect={(row) => selectScenario(block.start + row)}
        onRemove={(row) => removeScenario(block.start + row)}
        onMove={(row, by) => moveScenario(block.start + row, by)}
        rows={block.items.map((result) => {
          const { icon, state, words } = testWords(result)
          const by = decidedBy(result)
          const { name } = result.scenario
          return {
            key: String(result.index),
            label: [name, words, by].filter(Boolean).join(', '),
            content: (
              <div className={styles['row']} data-state={state}>
                <span className={styles['icon']}>
                  <Icon name={icon} />
                </span>
                <span className={styles['name']} title={name}>
                  {name}
                </span>
                <span className={styles['words']}>{words}</span>
                <span className={styles['by']} title={by}>
                  {by}
                </span>
              </div>
            ),
          }
        })}
      />
      <BlockSteps block={block} what="requests" onGo={selectScenario} />
      {results.some(({ scenario }) => scenario.expect) ? null : (
        <p className={styles['none']}>
          Tests keep the verdicts you expect. Add the first with Expect this.
        </p>
      )}
    </>
  )
}

const expectations: readonly {
  readonly value: Expectation['decision'] | 'none'
  readonly text: string
}[] = [
  { value: 'none', text: 'Nothing' },
  { value: 'allow', text: 'Allowed' },
  { value: 'deny', text: 'Denied, either kind' },
  { value: 'explicitDeny', text: 'Explicit deny' },
  { value: 'implicitDeny', text: 'Implicit deny' },
]

/** What can be done with the chosen request. */
function TestActions() {
  const scenarios = useApp((app) => app.workspace.scenarios)
  const index = useApp((app) => app.selectedScenario)
  const app = useApp((all) => all)
  const expect = scenarios[index]?.expect
  return (
    <div className={styles['actions']} role="toolbar" aria-label="The chosen request">
      <Select
        label="Expect"
        value={expect?.decision ?? 'none'}
        options={expectations}
        onChange={(value) =>
          value === 'none' ? app.clearExpectation(index) : app.setExpectation(index, value)
        }
      />
      <Button onPress={() => app.expectThis(index)} icon="target">
        Expect this
      </Button>
      <Button look="quiet" icon="add" onPress={app.addScenario}>
        Request
      </Button>
      <Button look="quiet" icon="copy" onPress={() => app.duplicateScenario(index)}>
        Duplicate
      </Button>
      <Button
        look="quiet"
        icon="up"
        isDisabled={index === 0}
        onPress={() => app.moveScenario(index, -1)}
      >
        Move up
      </Button>
      <Button
        look="quiet"
        icon="down"
        isDisabled={index >= scenarios.length - 1}
        onPress={() => app.moveScenario(index, 1)}
      >
        Move down
      </Button>
      <Button look="quiet" icon="remove" onPress={() => app.removeScenario(index)}>
        Remove
      </Button>
    </div>
  )
}
