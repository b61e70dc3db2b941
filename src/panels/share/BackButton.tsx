import { Button } from '#controls'

const focus = (element: HTMLElement | null) => element?.focus()

/** From a page of the share sheet to its first. The focus begins here. */
export function BackButton({ onBack }: { readonly onBack: () => void }) {
  return (
    <Button look="quiet" icon="undo" onPress={onBack} ref={focus}>
      Back to Share
    </Button>
  )
}
