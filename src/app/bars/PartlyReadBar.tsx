import { Button, PageBar } from '#controls'
import { partlyReadWords } from '#share'
import type { Bar } from '#store'
import { useApp } from '#store/react'

/** Above a workspace of which some parts could not be read. */
export function PartlyReadBar({ problems }: Extract<Bar, { readonly kind: 'partlyRead' }>) {
  const closeBar = useApp((app) => app.closeBar)
  const openLayer = useApp((app) => app.openLayer)
  const { heading, text, buttons } = partlyReadWords(problems)
  return (
    <PageBar
      label="Parts left out"
      icon="warning"
      buttons={buttons.map(({ action, label }) => (
        <Button
          key={action}
          look="link"
          onPress={() =>
            action === 'showDetails'
              ? openLayer({ kind: 'linkProblems', problems })
              : closeBar('partlyRead')
          }
        >
          {label}
        </Button>
      ))}
    >
      <span>
        <strong>{heading}</strong>. {text}
      </span>
    </PageBar>
  )
}
