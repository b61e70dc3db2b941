import { lazy, Suspense, useId, type ReactNode } from 'react'
import { Menu } from '#controls'
import { policyTypes } from '#policy'
import { useApp } from '#store/react'
import { PolicyBar } from './PolicyBar.tsx'
import { PolicyChoice } from './PolicyChoice.tsx'
import { PolicyTabs } from './PolicyTabs.tsx'
import { policyTypeWords } from './policy-types.ts'
import styles from './policies.module.css'

// Nothing is explained before somebody asks, so what explains comes behind the first paint.
const ExplanationStrip = lazy(async () => ({
  default: (await import('./ExplanationStrip.tsx')).ExplanationStrip,
}))

const Goal = lazy(async () => ({ default: (await import('../lesson/Goal.tsx')).Goal }))

/**
 * The policies: their tabs, what the chosen one is, its text (the editor, given by the app), and an explanation. On a phone all that
 * is said of the policies is one line.
 */
export function PoliciesPanel({
  phone,
  edit,
  children,
}: {
  readonly phone: boolean
  /** What opens the text to be edited, where it can only be read; a tap explains there, and no strip is needed. */
  readonly edit: ReactNode
  readonly children: ReactNode
}) {
  const policies = useApp((app) => app.workspace.policies)
  const selectedPolicy = useApp((app) => app.selectedPolicy)
  const addPolicy = useApp((app) => app.addPolicy)
  const inLesson = useApp((app) => app.exercise !== undefined)
  const panelId = useId()
  const policy = policies.find(({ name }) => name === selectedPolicy)

  return (
    <div className={styles['panel']}>
      {inLesson ? (
        <Suspense fallback={null}>
          <Goal />
        </Suspense>
      ) : null}
      <div className={`${styles['strip']} ${phone ? styles['head'] : ''}`}>
        {phone ? (
          <PolicyChoice />
        ) : (
          <>
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
          </>
        )}
        {edit && policy ? (
          <>
            <span className={styles['space']} />
            {edit}
          </>
        ) : null}
      </div>
      {policy ? (
        <div
          id={panelId}
          {...(phone ? {} : { role: 'tabpanel', 'aria-label': policy.name })}
          className={styles['body']}
        >
          {phone ? null : <PolicyBar key={policy.name} policy={policy} />}
          <div className={styles['editor']}>{children}</div>
          {edit ? null : (
            <Suspense fallback={<div className={styles['explanation']} />}>
              <ExplanationStrip />
            </Suspense>
          )}
        </div>
      ) : (
        <p id={panelId} className={styles['none']}>
          There is no policy. Add one with {phone ? 'the button above' : '+ Policy'}.
        </p>
      )}
    </div>
  )
}
