import { Dialog } from '#controls'
import styles from './dialogs.module.css'

/** What this is, and what it isn't. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="About Sidelight" onClose={onClose}>
      <div className={styles['about']}>
        <p>
          Write AWS IAM policies, describe a request, and see what is decided and by which
          statement, as you type.
        </p>
        <p>
          Everything runs in this browser. Nothing you type is sent anywhere, and the page is
          forbidden to talk to any other host.
        </p>
        <p>
          An independent tool. Not made, run or endorsed by AWS. Real decisions are made by AWS;
          check there before you rely on one.
        </p>
      </div>
    </Dialog>
  )
}
