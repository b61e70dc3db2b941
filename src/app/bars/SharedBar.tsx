import { Button, PageBar } from '#controls'
import { goToDraft } from '#panels/link/go-to-draft.ts'
import { keepCopy } from '#panels/link/keep-copy.ts'
import { sharedBar } from '#share'
import type { Bar } from '#store'
import { useApp, useAppStore } from '#store/react'

/** Above a workspace that is not the visitor's own. */
export function SharedBar({ from, title }: Extract<Bar, { readonly kind: 'shared' }>) {
  const store = useAppStore()
  const origin = useApp((app) => app.origin)
  const { text, buttons } = sharedBar(title)
  const tell = useApp((app) => app.tell)
  const keep = () => {
    keepCopy(store)
    tell('Kept among your drafts.')
  }
  return (
    <PageBar
      label="Shared workspace"
      icon="copy"
      buttons={buttons.map(({ action, label }) =>
        action === 'keepCopy' && origin.kind !== 'copy' ? null : (
          <Button
            key={action}
            look="link"
            onPress={action === 'keepCopy' ? keep : () => void goToDraft(store)}
          >
            {label}
          </Button>
        ),
      )}
    >
      <span>
        {from === 'link' ? 'Shared workspace' : 'Redacted copy'}
        {title ? ': ' : ''}
        {title ? <strong>{title}</strong> : null}. {text}
      </span>
    </PageBar>
  )
}
