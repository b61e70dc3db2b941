import { useState } from 'react'
import { Dialog } from '#controls'
import type { ShareLayer } from '#store'
import { EmbedPage } from './EmbedPage.tsx'
import { QrPage } from './QrPage.tsx'
import { RedactPage } from './RedactPage.tsx'
import { SharePage, type Subpage } from './SharePage.tsx'
import type { Shared } from './shared.ts'

const titles: Readonly<Record<Subpage, string>> = {
  redact: 'Redact and copy',
  embed: 'Embed',
  qr: 'QR code',
}

/** The ways out of the page: what is shared on the first page, and a page for each way that has something to choose or to show. */
export function ShareSheet({
  layer,
  onClose,
}: {
  readonly layer: ShareLayer
  readonly onClose: () => void
}) {
  const [page, setPage] = useState<{ readonly at: Subpage; readonly shared: Shared }>()
  const [cameFrom, setCameFrom] = useState<Subpage>()
  const back = () => {
    setCameFrom(page?.at)
    setPage(undefined)
  }
  return (
    <Dialog title={page ? titles[page.at] : 'Share'} onClose={onClose}>
      {page === undefined ? (
        <SharePage
          refused={layer.refused}
          cameFrom={cameFrom}
          onOpen={(at, shared) => setPage({ at, shared })}
        />
      ) : page.at === 'redact' ? (
        <RedactPage shared={page.shared} onBack={back} onClose={onClose} />
      ) : page.at === 'embed' ? (
        <EmbedPage shared={page.shared} onBack={back} />
      ) : (
        <QrPage shared={page.shared} onBack={back} />
      )}
    </Dialog>
  )
}
