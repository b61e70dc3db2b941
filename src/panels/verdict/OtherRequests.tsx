import { Button } from '#controls'
import { useApp } from '#store/react'
import styles from './verdict.module.css'

/** Beyond these the list of requests is the better place to look. */
const mostOffered = 4

/** The workspace's other requests, one press away: what happens with that one? */
export function OtherRequests() {
  const scenarios = useApp((app) => app.workspace.scenarios)
  const selected = useApp((app) => app.selectedScenario)
  const selectScenario = useApp((app) => app.selectScenario)
  const others = scenarios
    .map(({ name }, index) => ({ name, index }))
    .filter(({ index }) => index !== selected)
    .slice(0, mostOffered)
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
