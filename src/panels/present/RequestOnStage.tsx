import { Menu } from '#controls'
import { requestSentence } from '#language'
import { useApp } from '#store/react'
import type { Scenario, Tags } from '#workspace'
import styles from './present.module.css'

/** The request on screen: its name, its sentence, and all that it carries. */
export function RequestOnStage({
  scenario,
  index,
}: {
  readonly scenario: Scenario
  readonly index: number
}) {
  const scenarios = useApp((app) => app.workspace.scenarios)
  const selectScenario = useApp((app) => app.selectScenario)
  const { principal, resource, requestTags, context } = scenario
  return (
    <section
      id="request"
      aria-labelledby="request-name"
      tabIndex={-1}
      className={styles['request']}
    >
      <h2 id="request-name" className="visually-hidden">
        Request
      </h2>
      <div className={styles['name']}>
        <h1>{scenario.name}</h1>
        <Menu
          text={`${index + 1} of ${scenarios.length}`}
          label={`${index + 1} of ${scenarios.length} requests: choose`}
          groups={[
            {
              entries: scenarios.map(({ name }, at) => ({
                id: String(at),
                text: name,
                chosen: at === index,
              })),
            },
          ]}
          onChoose={(id) => selectScenario(Number(id))}
        />
      </div>
      <p className={styles['sentence']}>
        {requestSentence(scenario).map(({ is, text, full }, at) =>
          is === 'words' ? (
            <span key={at}>{text}</span>
          ) : (
            <code key={at} title={full}>
              {text}
            </code>
          ),
        )}
      </p>
      <dl className={styles['carried']}>
        <Carried name="Principal tags" tags={principal.tags} />
        <Carried name="Resource tags" tags={resource.tags} />
        <Carried name="Request tags" tags={requestTags} />
        <Carried name="Context" tags={context} always />
      </dl>
    </section>
  )
}

function Carried({
  name,
  tags = {},
  always = false,
}: {
  readonly name: string
  readonly tags: Tags | Scenario['context']
  /** Said also when there is nothing, because that is an answer, too. */
  readonly always?: boolean
}) {
  const entries = Object.entries(tags)
  if (entries.length === 0 && !always) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {entries.length === 0
          ? 'empty'
          : entries.map(([key, value]) => (
              <code key={key}>
                {key} = {typeof value === 'string' ? value : value.join(', ')}
              </code>
            ))}
      </dd>
    </>
  )
}
