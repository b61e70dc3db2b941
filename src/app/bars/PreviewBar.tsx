import { Button, PageBar } from '#controls'
import { useApp, useAppStore } from '#store/react'
import { focusRegion } from '../regions.ts'

/** An author sees the challenge as its learners will. */
export function PreviewBar() {
  const store = useAppStore()
  const leaveExercise = useApp((app) => app.leaveExercise)
  const back = () => {
    leaveExercise()
    // The button is gone with the bar; the challenge is written there.
    requestAnimationFrame(() => focusRegion(store, 'details'))
  }
  return (
    <PageBar label="Preview" icon="learn" buttons={<Button onPress={back}>Back to writing</Button>}>
      Preview: this is what learners get. What you try here isn’t kept.
    </PageBar>
  )
}
