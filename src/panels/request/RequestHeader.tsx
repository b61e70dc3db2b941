import { useState } from 'react'
import { Button, Menu, TextField } from '#controls'
import { useApp } from '#store/react'
import type { Scenario } from '#workspace'
import { blockAround, blockInWords } from '../block.ts'
import styles from './request.module.css'

/** As many as a menu holds without being felt; all of them are among the tests. */
const mostEntries = 100

/** Which request is on screen, how to go to another, and what can be done with it. */
export function RequestHeader({
  scenario,
  index,
}: {
  readonly scenario: Scenario
  readonly index: number
}) {
  const scenarios = useApp((app) => app.workspace.scenarios)
  const selectScenario = useApp((app) => app.selectScenario)
  const addScenario = useApp((app) => app.addScenario)
  const duplicateScenario = useApp((app) => app.duplicateScenario)
  const removeScenario = useApp((app) => app.removeScenario)
  const editScenario = useApp((app) => app.editScenario)
  const [name, setName] = useState<string | undefined>(undefined)
  const block = blockAround(scenarios, index, mostEntries)

  const choose = (id: string) => {
    if (id === 'add') addScenario()
    else if (id === 'rename') setName(scenario.name)
    else if (id === 'duplicate') duplicateScenario(index)
    else if (id === 'remove') removeScenario(index)
    else selectScenario(Number(id))
  }

  if (name !== undefined) {
    const save = () => {
      if (name.trim() !== '') editScenario(index, { name: name.trim() })
      setName(undefined)
    }
    return (
      <div className={styles['rename']}>
        <TextField
          label="Name of the request"
          labelHidden
          value={name}
          onChange={setName}
          onSubmit={save}
          onCancel={() => setName(undefined)}
          focusAtFirst
        />
        <Button onPress={save}>Save name</Button>
        <Button look="quiet" onPress={() => setName(undefined)}>
          Cancel
        </Button>
      </div>
    )
  }

  return (
    <div className={styles['header']}>
      <h3 className={styles['title']}>
        <span className={styles['region']}>Request:</span> {scenario.name}
      </h3>
      <Menu
        text={`${index + 1} of ${scenarios.length}`}
        label={`${index + 1} of ${scenarios.length} requests: choose, add, rename`}
        groups={[
          {
            title: scenarios.length > mostEntries ? `Requests ${blockInWords(block)}` : 'Requests',
            entries: block.items.map((one, row) => ({
              id: String(block.start + row),
              text: one.name,
              chosen: block.start + row === index,
            })),
          },
          {
            entries: [
              { id: 'add', text: 'Add a request', icon: 'add' },
              { id: 'rename', text: 'Rename', icon: 'edit' },
              { id: 'duplicate', text: 'Duplicate', icon: 'copy' },
              { id: 'remove', text: 'Remove', icon: 'remove' },
            ],
          },
        ]}
        onChoose={choose}
      />
    </div>
  )
}
