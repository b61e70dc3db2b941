import { Button, Icon } from '#controls'
import { useApp, useVerdict } from '#store/react'
import type { VerdictState } from '#store'
import { Decided } from './Decided.tsx'
import { NotEvaluated } from './NotEvaluated.tsx'
import styles from './verdict.module.css'

/** What was decided about the request on screen, and why. */
export function VerdictPanel({
  onStartFromExample,
  onGoToField,
}: {
  readonly onStartFromExample: () => void
  readonly onGoToField: (field: string) => void
}) {
  const verdict = useVerdict()
  return (
    <div className={styles['panel']}>
      <State verdict={verdict} onStartFromExample={onStartFromExample} onGoToField={onGoToField} />
    </div>
  )
}

function State({
  verdict,
  onStartFromExample,
  onGoToField,
}: {
  readonly verdict: VerdictState
  readonly onStartFromExample: () => void
  readonly onGoToField: (field: string) => void
}) {
  const addScenario = useApp((app) => app.addScenario)
  switch (verdict.kind) {
    case 'empty':
      return <Empty onStartFromExample={onStartFromExample} />
    case 'notEvaluated':
      return <NotEvaluated verdict={verdict} />
    case 'noRequest':
      return (
        <>
          <p className={styles['heading']}>
            <Icon name="open" size={20} /> Nothing is asked
          </p>
          <p>A verdict answers a request. Add one to see it.</p>
          <div className={styles['buttons']}>
            <Button icon="add" onPress={addScenario}>
              Request
            </Button>
          </div>
        </>
      )
    case 'incomplete': {
      const { field } = verdict
      return (
        <>
          <p className={styles['heading']}>
            <Icon name="open" size={20} /> Choose {field === 'action' ? 'an' : 'a'} {field}
          </p>
          <p>The request isn’t complete, so there is nothing to decide yet.</p>
          <div className={styles['buttons']}>
            <Button onPress={() => onGoToField(field)}>Go to {field}</Button>
          </div>
        </>
      )
    }
    case 'hidden':
      return (
        <p className={styles['heading']}>
          <Icon name="open" size={20} /> Verdict hidden
        </p>
      )
    case 'decided':
      return <Decided verdict={verdict} />
  }
}

function Empty({ onStartFromExample }: { readonly onStartFromExample: () => void }) {
  const policies = useApp((app) => app.workspace.policies)
  const addPolicy = useApp((app) => app.addPolicy)
  const setFocus = useApp((app) => app.setFocus)
  const write = () => {
    const name = policies.find(({ enabled }) => enabled)?.name ?? addPolicy('identity')
    setFocus(name, { start: 0, end: 0 })
  }
  return (
    <>
      <p className={styles['heading']}>
        <Icon name="implicitDeny" size={20} /> Nothing to evaluate yet
      </p>
      <p>Paste a policy here, or start from an example.</p>
      <div className={styles['buttons']}>
        <Button onPress={write}>Write a policy</Button>
        <Button onPress={onStartFromExample}>Start from an example</Button>
      </div>
    </>
  )
}
