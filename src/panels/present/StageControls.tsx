import { Button } from '#controls'
import { useApp, useAppStore } from '#store/react'
import { press, toggleAnswer, toggleAskFirst, toggleSteps } from './stage.ts'
import styles from './present.module.css'

/** What the keys do, as buttons. */
export function StageControls({
  onShowCode,
  onLeave,
}: {
  readonly onShowCode: () => void
  readonly onLeave: () => void
}) {
  const store = useAppStore()
  const present = useApp((app) => app.present)
  if (!present) return null
  const app = () => store.getState()
  return (
    <div role="toolbar" aria-label="Presenter" className={styles['controls']}>
      <Button onPress={() => press(store, -1)}>
        Back <Key>PageUp</Key>
      </Button>
      <Button onPress={() => press(store, 1)}>
        Next <Key>PageDown</Key>
      </Button>
      <Button onPress={() => toggleAnswer(app())}>
        {present.answer === 'shown' ? 'Hide verdict' : 'Show verdict'} <Key>.</Key>
      </Button>
      <Button look="quiet" pressed={present.askFirst} onPress={() => toggleAskFirst(app())}>
        Ask first
      </Button>
      <Button look="quiet" pressed={present.steps !== undefined} onPress={() => toggleSteps(app())}>
        Steps <Key>s</Key>
      </Button>
      <span className={styles['space']} />
      <Button look="quiet" onPress={onShowCode}>
        QR code <Key>q</Key>
      </Button>
      <Button look="quiet" onPress={onLeave}>
        Leave <Key>Esc</Key>
      </Button>
    </div>
  )
}

/** The key that does the same; screen readers have the names of the buttons, and the list of keys. */
function Key({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden="true" className={styles['key']}>
      {children}
    </kbd>
  )
}
