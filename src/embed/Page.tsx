import { useId, type ReactNode } from 'react'
import { Button, Icon, Select, TabStrip } from '#controls'
import { requestSentence } from '#language'
import type { Scenario, Workspace } from '#workspace'
import type { Answer } from './answer.ts'
import styles from './embed.module.css'

/** The embedded page: verdict, request, policies; whatever holds the text of the chosen policy is given. */
export function Page({
  workspace,
  answer,
  scenario,
  onScenario,
  policy,
  onPolicy,
  remark,
  link,
  onEdit,
  children,
}: {
  readonly workspace: Workspace
  readonly answer: Answer
  readonly scenario: number
  readonly onScenario: (index: number) => void
  /** The name of the chosen policy. */
  readonly policy: string | undefined
  readonly onPolicy: (name: string) => void
  readonly remark?: string | undefined
  /** The fragment of what is on screen. */
  readonly link: string
  /** Undefined once it is edited. */
  readonly onEdit?: (() => void) | undefined
  readonly children: ReactNode
}) {
  const panelId = useId()
  const { title, policies, scenarios } = workspace
  const asked = scenarios[scenario]
  return (
    <main className={styles['page']}>
      <h1 className="visually-hidden">{title ?? 'A policy and what it decides'}</h1>
      <section aria-label="Verdict" className={styles['verdict']}>
        {/* Spoken when another request, or an edit, changes it. */}
        <div role="status">
          <p className={`${styles['heading']} ${styles[answer.look]}`}>
            <Icon name={answer.icon} size={18} /> {answer.heading}
          </p>
          <p className={styles['sentence']}>{answer.sentence}</p>
        </div>
        {answer.notes[0] === undefined ? null : <p className={styles['soft']}>{answer.notes[0]}</p>}
        {remark === undefined ? null : <p className={styles['soft']}>{remark}</p>}
      </section>
      {asked ? (
        <section aria-label="Request" className={styles['request']}>
          {scenarios.length > 1 ? (
            <Select
              label="Request"
              labelBeside
              value={String(scenario)}
              options={scenarios.map(({ name }, index) => ({ value: String(index), text: name }))}
              onChange={(value) => onScenario(Number(value))}
            />
          ) : (
            <p className={styles['name']}>{asked.name}</p>
          )}
          <p>
            {requestSentence(asked).map(({ is, text, full }, index) =>
              is === 'words' ? (
                text
              ) : (
                <code key={index} title={full}>
                  {text}
                </code>
              ),
            )}
          </p>
          <Carried scenario={asked} />
        </section>
      ) : null}
      <section aria-label="Policies" className={styles['policies']}>
        {policies.length > 1 ? (
          <TabStrip
            label="Policies"
            look="card"
            panelId={panelId}
            selected={policy}
            onSelect={onPolicy}
            tabs={policies.map(({ name, type, enabled }) => ({
              id: name,
              title: enabled ? name : `${name}, left out`,
              label: `${name}, ${type}${enabled ? '' : ', left out'}`,
            }))}
          />
        ) : null}
        <div
          id={panelId}
          {...(policies.length > 1 ? { role: 'tabpanel', 'aria-label': policy } : {})}
        >
          {children}
        </div>
      </section>
      <footer className={styles['footer']}>
        {onEdit ? (
          <Button icon="edit" onPress={onEdit}>
            Edit
          </Button>
        ) : null}
        <a className={styles['open']} href={`../${link}`} target="_blank" rel="noopener noreferrer">
          Open in Sidelight <span aria-hidden="true">↗</span>
        </a>
      </footer>
    </main>
  )
}

/** What a request has besides who, what and where. */
function Carried({ scenario }: { readonly scenario: Scenario }) {
  const { principal, resource, requestTags, context } = scenario
  const all = [
    { name: 'Principal tags', values: principal.tags },
    { name: 'Resource tags', values: resource.tags },
    { name: 'Request tags', values: requestTags },
    { name: 'Context', values: context },
  ].filter(({ values }) => values !== undefined && Object.keys(values).length > 0)
  return all.map(({ name, values = {} }) => (
    <p key={name} className={styles['carried']}>
      {name}
      {Object.entries(values).map(([key, value]) => (
        <code key={key}>
          {key}={typeof value === 'string' ? value : value.join(', ')}
        </code>
      ))}
    </p>
  ))
}
