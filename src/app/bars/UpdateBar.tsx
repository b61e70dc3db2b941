import { Button, PageBar } from '#controls'
import { useApp } from '#store/react'
import { loadUpdate } from '../offline.ts'

/** A newer version is there. It is offered, and not while somebody is in the middle of an exercise. */
export function UpdateBar() {
  const isExercise = useApp((app) => app.origin.kind === 'exercise')
  const closeBar = useApp((app) => app.closeBar)
  if (isExercise) return null
  return (
    <PageBar
      label="Update"
      icon="suggestion"
      buttons={
        <Button look="link" onPress={() => void loadUpdate()}>
          Update now
        </Button>
      }
      onDismiss={() => closeBar('update')}
    >
      A newer version is ready. It loads when you choose, never by itself.
    </PageBar>
  )
}
