import { Button } from '#controls'
import { useApp } from '#store/react'
import styles from './verdict.module.css'

/** As many as stay on one line; the list of all is one press further. */
const mostOffered = 2

/** The requests that follow in the workspace, round and round: what happens with that one? */
export function OtherRequests() {
  const scenarios = useApp((app) => app.workspace.scenarios)
  const selected = useApp((app) => app.selectedScenario)
  const selectScenario = useApp((app) => app.selectScenario)
  const inOrder = scenarios.map(({ name }, index) => ({ name, index }))
  const others = [...inOrder.slice(selected + 1), ...inOrder.slice(0, selected)].slice(
    0,
    mostOffered,
  )
  if (others.length === 0) return null
  return (
    <div className={styles['others']} role="group" aria-label="Other requests">
      {others.map(({ name, index }) => (
        <Button key={index} look="chip" onPress={() => selectScenario(index)}>
          Try {name}
        </Button>
      ))}
    </div>
  )
}
