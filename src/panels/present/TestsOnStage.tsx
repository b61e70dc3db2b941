import { Icon, TestList } from '#controls'
import { testResults } from '#store'
import { useApp } from '#store/react'
import { testWords } from '../tests/test-words.ts'
import styles from './present.module.css'

/** Every request with what came of it, to be read from afar; choosing one turns the screen to it. */
export function TestsOnStage() {
  const workspace = useApp((app) => app.workspace)
  const selected = useApp((app) => app.selectedScenario)
  const selectScenario = useApp((app) => app.selectScenario)
  const removeScenario = useApp((app) => app.removeScenario)
  const moveScenario = useApp((app) => app.moveScenario)
  return (
    <TestList
      label="Requests"
      selected={selected}
      onSelect={selectScenario}
      onRemove={removeScenario}
      onMove={moveScenario}
      rows={testResults(workspace).map((result) => {
        const { icon, state, words } = testWords(result)
        const { name } = result.scenario
        return {
          key: String(result.index),
          label: `${name}, ${words}`,
          content: (
            <div className={styles['test']} data-state={state}>
              <Icon name={icon} />
              <p>
                {name} <span>{words}</span>
              </p>
            </div>
          ),
        }
      })}
    />
  )
}
