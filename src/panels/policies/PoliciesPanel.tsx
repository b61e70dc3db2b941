import { lazy, Suspense, useId, type ReactNode } from 'react'
import { Menu } from '#controls'
import { policyTypes } from '#policy'
import { useApp } from '#store/react'
import { PolicyBar } from './PolicyBar.tsx'
import { PolicyTabs } from './PolicyTabs.tsx'
import { policyTypeWords } from './policy-types.ts'
import styles from './policies.module.css'

// Nothing is explained before somebody asks, so what explains comes behind the first paint.
const ExplanationStrip = lazy(async () => ({
  default: (await import('./ExplanationStrip.tsx')).ExplanationStrip,
}))

/** The policies: their tabs, what the chosen one is, its text (the editor, given by the app), and an explanation. */
export function PoliciesPanel({ children }: { readonly children: ReactNode }) {
  const policies = useApp((app) => app.workspace.policies)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const addPolicy = useApp((app) => app.addPolicy)
  const panelId = useId()
  const policy = policies.find(({ name }) => name === selectedPolicy)

  return (
    <div className={styles['panel']}>
      <div className={styles['strip']}>
        {policies.length > 0 ? <PolicyTabs panelId={panelId} /> : null}
        <Menu
          text="Policy"
          label="Policy: add one"
          icon="add"
          groups={[
            {
              entries: policyTypes.map((type) => ({
                id: type,
                text: policyTypeWords[type].name,
                about: policyTypeWords[type].about,
              })),
            },
          ]}
          onChoose={(id) => {
            const type = policyTypes.find((one) => one === id)
            if (type) addPolicy(type)
          }}
        />
      </div>
      {policy ? (
        <div id={panelId} role="tabpanel" aria-label={policy.name} className={styles['body']}>
          <PolicyBar key={policy.name} policy={policy} />
          <div className={styles['editor']}>{children}</div>
          <Suspense fallback={<div className={styles['explanation']} />}>
            <ExplanationStrip />
          </Suspense>
        </div>
      ) : (
        <p id={panelId} className={styles['none']}>
          There is no policy. Add one with + Policy.
        </p>
      )}
    </div>
  )
}
