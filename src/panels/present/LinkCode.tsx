import { useMemo } from 'react'
import { Dialog } from '#controls'
import { challengeToShare } from '#store'
import { useApp } from '#store/react'
import type { Workspace } from '#workspace'
import { pageAddress } from '#panels/link/address.ts'
import { linkOf, requestFocus } from '#panels/share/link-of.ts'
import { QrCode } from '#panels/share/QrCode.tsx'
import { longestInQr, qrDrawing } from '#panels/share/qr-drawing.ts'
import styles from './present.module.css'

/** What is on screen as a code, for the cameras of the room. */
export function LinkCode({ onClose }: { readonly onClose: () => void }) {
  const workspace = useApp((app) => app.workspace)
  const asOpened = useApp((app) => app.asOpened)
  const selectedScenario = useApp((app) => app.selectedScenario)
  const address = useMemo(() => {
    // A lesson that is still as it came has a short address of its own.
    if (workspace === asOpened && location.hash.startsWith('#lesson='))
      return pageAddress() + location.hash
    const focus = requestFocus(selectedScenario)
    // The room gets the question.
    const whole = linkOf(challengeToShare(workspace, false), focus).address
    return whole.length <= longestInQr ? whole : linkOf(withoutLesson(workspace), focus).address
  }, [workspace, asOpened, selectedScenario])
  const drawing = useMemo(
    () => (address.length <= longestInQr ? qrDrawing(address) : undefined),
    [address],
  )
  return (
    <Dialog title="QR code" onClose={onClose}>
      {drawing ? (
        <QrCode
          drawing={drawing}
          label="QR code of the link to this workspace"
          className={styles['code']}
        />
      ) : (
        <p>
          This link is {address.length.toLocaleString('en')} characters. Cameras read a QR code of
          up to {longestInQr.toLocaleString('en')}. Copy the link instead.
        </p>
      )}
    </Dialog>
  )
}

/** What a camera can't take: the texts, not what they are about. */
const withoutLesson = ({ lesson: _, ...workspace }: Workspace): Workspace => workspace
