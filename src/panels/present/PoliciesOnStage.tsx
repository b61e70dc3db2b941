import { useId, type ReactNode } from 'react'
import { Button } from '#controls'
import { useApp } from '#store/react'
import { PolicyTabs } from '../policies/PolicyTabs.tsx'
import styles from './present.module.css'

/** The policies and the editor; their order can be changed, to show that it doesn't matter. */
export function PoliciesOnStage({ children }: { readonly children: ReactNode }) {
  const policies = useApp((app) => app.workspace.policies)
  const selected = useApp((app) => app.selectedPolicy)
  const movePolicy = useApp((app) => app.movePolicy)
  const panelId = useId()
  const at = policies.findIndex(({ name }) => name === selected)
  return (
    <section
      id="policies"
      aria-labelledby="policies-name"
      tabIndex={-1}
      className={styles['policies']}
    >
      <h2 id="policies-name" className="visually-hidden">
        Policies
      </h2>
      {policies.length > 0 ? (
        <div className={styles['strip']}>
          <PolicyTabs panelId={panelId} />
          {selected !== undefined && policies.length > 1 ? (
            <div className={styles['moves']}>
              <Button look="quiet" isDisabled={at === 0} onPress={() => movePolicy(selected, -1)}>
                Move left
              </Button>
              <Button
                look="quiet"
                isDisabled={at === policies.length - 1}
                onPress={() => movePolicy(selected, 1)}
              >
                Move right
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
      {selected === undefined ? (
        <p className={styles['none']}>There is no policy.</p>
      ) : (
        <div id={panelId} role="tabpanel" aria-label={selected} className={styles['editor']}>
          {children}
        </div>
      )}
    </section>
  )
}
