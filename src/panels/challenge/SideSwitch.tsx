import { Button } from '#controls'
import { sideOf, type Side } from '#store'
import { useApp } from '#store/react'
import styles from './challenge.module.css'

const sides: readonly { readonly side: Side; readonly text: string }[] = [
  { side: 'start', text: 'Start' },
  { side: 'solution', text: 'Solution' },
]

/** Which policies are in the editor: what learners begin with, or the solution. Each keeps its text while the other is there. */
export function SideSwitch() {
  const side = useApp((app) => sideOf(app.workspace))
  const editSide = useApp((app) => app.editSide)
  const copyAcross = useApp((app) => app.copyAcross)
  return (
    <>
      <div className={styles['switch']} role="group" aria-label="Editing">
        <span aria-hidden="true">Editing</span>
        {sides.map(({ side: own, text }) => (
          <Button key={own} look="chip" pressed={own === side} onPress={() => editSide(own)}>
            {text}
          </Button>
        ))}
      </div>
      <Button look="quiet" icon="copy" onPress={copyAcross}>
        {side === 'start'
          ? 'Take the present policies as my solution'
          : 'Take the present policies as the start'}
      </Button>
    </>
  )
}
