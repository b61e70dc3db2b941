import { Button } from '#controls'
import { isLocked } from '#store'
import { useApp } from '#store/react'

/** Opens the text of the selected policy to be edited, unless the author of a lesson has locked it. */
export function EditButton() {
  const openLayer = useApp((app) => app.openLayer)
  const locked = useApp(
    (app) => app.selectedPolicy !== undefined && isLocked(app, app.selectedPolicy),
  )
  return (
    <Button
      icon={locked ? 'lock' : 'edit'}
      isDisabled={locked}
      onPress={() => openLayer({ kind: 'edit' })}
    >
      {locked ? 'Locked by the author' : 'Edit'}
    </Button>
  )
}
