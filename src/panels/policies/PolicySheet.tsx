import { Checkbox, Dialog } from '#controls'
import { useApp } from '#store/react'
import { PolicyBar } from './PolicyBar.tsx'
import styles from './policies.module.css'

/** What the selected policy is, where there is no room for it beside the text. */
export function PolicySheet({ onClose }: { readonly onClose: () => void }) {
  const policy = useApp(({ workspace, selectedPolicy }) =>
    workspace.policies.find(({ name }) => name === selectedPolicy),
  )
  const setEnabled = useApp((app) => app.setEnabled)
  return (
    <Dialog title={policy?.name ?? 'No policy'} onClose={onClose}>
      {policy ? (
        <div className={styles['sheet']}>
          <Checkbox
            label={`${policy.name} takes part`}
            checked={policy.enabled}
            onChange={(enabled) => setEnabled(policy.name, enabled)}
          />
          <PolicyBar key={policy.name} policy={policy} />
        </div>
      ) : (
        <p>There is no policy.</p>
      )}
    </Dialog>
  )
}
