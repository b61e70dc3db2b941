import { Button } from '#controls'
import { toEmbedCode } from '#share'
import { pageAddress } from '../link/address.ts'
import { BackButton } from './BackButton.tsx'
import { Outcome } from './Outcome.tsx'
import type { Shared } from './shared.ts'
import { useCopy } from './use-copy.ts'
import styles from './share.module.css'

/** The HTML that shows the workspace on another page. */
export function EmbedPage({
  shared: { workspace, link },
  onBack,
}: {
  readonly shared: Shared
  readonly onBack: () => void
}) {
  const { outcome, copy } = useCopy()
  const page = new URL('embed/', pageAddress()).href
  const code = toEmbedCode(page, link.fragment, workspace.title)
  return (
    <div className={styles['page']}>
      <p>
        Shows the policy, the request and the verdict on another page, with a way to open them here.
        At least 320 × 240 pixels.
      </p>
      <textarea
        className={styles['code']}
        aria-label="HTML"
        readOnly
        rows={6}
        value={code}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles['buttons']}>
        <Button look="primary" icon="copy" onPress={() => copy('Embed code', code)}>
          Copy HTML
        </Button>
        <BackButton onBack={onBack} />
      </div>
      <Outcome outcome={outcome} />
    </div>
  )
}
