import { Button, PageBar } from '#controls'
import { useApp } from '#store/react'

/** Above a draft that another tab has open, too. */
export function OtherTabBar() {
  const closeBar = useApp((app) => app.closeBar)
  return (
    <PageBar
      label="Also open in another tab"
      icon="copy"
      buttons={
        <Button look="link" onPress={() => closeBar('otherTab')}>
          OK
        </Button>
      }
    >
      <strong>Also open in another tab.</strong> Each tab keeps its own draft.
    </PageBar>
  )
}
