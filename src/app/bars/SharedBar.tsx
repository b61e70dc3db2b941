import { PageBar } from '#controls'
import { useApp } from '#store/react'

/** Above a workspace that came with a link. */
export function SharedBar({ title }: { readonly title: string | undefined }) {
  const closeBar = useApp((app) => app.closeBar)
  return (
    <PageBar label="Shared workspace" icon="copy" onDismiss={() => closeBar('shared')}>
      <span>
        Shared workspace{title ? ': ' : ''}
        {title ? <strong>{title}</strong> : null}. Your own draft is untouched.
      </span>
    </PageBar>
  )
}
