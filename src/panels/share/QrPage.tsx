import { useMemo } from 'react'
import { Button } from '#controls'
import { downloadFile } from '../download-file.ts'
import { BackButton } from './BackButton.tsx'
import { counted } from './link-of.ts'
import { longestInQr, qrDrawing, qrFile, qrPicture } from './qr-drawing.ts'
import { QrCode } from './QrCode.tsx'
import type { Shared } from './shared.ts'
import { fileName } from './workspace-file.ts'
import styles from './share.module.css'

/** The link for cameras. */
export function QrPage({
  shared: { workspace, link },
  onBack,
}: {
  readonly shared: Shared
  readonly onBack: () => void
}) {
  const fits = link.address.length <= longestInQr
  const drawing = useMemo(() => (fits ? qrDrawing(link.address) : undefined), [fits, link])
  if (!drawing)
    return (
      <div className={styles['page']}>
        <p>
          This link is {counted(link.address.length, 'character', 'characters')}. Cameras read a QR
          code of up to {longestInQr.toLocaleString('en')}.
        </p>
        <div className={styles['buttons']}>
          <BackButton onBack={onBack} />
        </div>
      </div>
    )

  const name = fileName(workspace)
  const savePicture = async () => {
    const picture = await qrPicture(drawing)
    if (picture) downloadFile(`${name}.png`, picture)
  }
  return (
    <div className={styles['page']}>
      <QrCode drawing={drawing} label="QR code of the link" className={styles['qr']} />
      <p className={styles['soft']}>
        {counted(link.address.length, 'character', 'characters')}. Whoever reads the code has the
        policies.
      </p>
      <div className={styles['buttons']}>
        <Button icon="file" onPress={() => void savePicture()}>
          Download PNG
        </Button>
        <Button icon="file" onPress={() => downloadFile(`${name}.svg`, qrFile(drawing))}>
          Download SVG
        </Button>
        <BackButton onBack={onBack} />
      </div>
    </div>
  )
}
