import { Button, Icon } from '#controls'
import { findings, isLocked } from '#store'
import { useApp } from '#store/react'
import { Markdown } from '../markdown/Markdown.tsx'
import { severityLooks } from '../problems/severity-looks.ts'
import { placeInWords } from '../text-place.ts'
import styles from './lesson.module.css'

/** What comes after solving: why it works, and what there is to say about the learner's own answer. */
export function Debrief() {
  const debrief = useApp((app) => app.exercise?.lesson.lesson?.debrief)
  return (
    <section aria-label="Debrief" className={styles['part']}>
      <h3>Debrief</h3>
      {debrief ? <Markdown text={debrief} /> : null}
      <Objections />
    </section>
  )
}

/** What a reviewer would still object to. */
function Objections() {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const exercise = useApp((app) => app.exercise)
  const setFocus = useApp((app) => app.setFocus)
  const openCheckPage = useApp((app) => app.openCheckPage)
  const found = workspace.policies
    .filter(({ name }) => !isLocked({ exercise }, name))
    .flatMap((policy) =>
      findings({ workspace, facts }, policy).map((finding) => ({ policy, finding })),
    )
  return (
    <>
      <h4>What a reviewer would still object to</h4>
      {found.length === 0 ? (
        <p>{facts.runChecks ? 'Nothing found in your policies.' : 'The checks are loading.'}</p>
      ) : (
        <ul className={styles['objections']}>
          {found.map(({ policy, finding: { id, severity, message, span } }, index) => (
            <li key={index} data-severity={severity}>
              <Icon name={severityLooks[severity].icon} size={14} />
              <span>
                <Button look="link" onPress={() => setFocus(policy.name, span)}>
                  {message}
                </Button>{' '}
                <span className={styles['soft']}>
                  {severityLooks[severity].name}, {policy.name},{' '}
                  {placeInWords(policy.text, span.start)}
                </span>{' '}
                <Button look="link" label={`${id}: explain`} onPress={() => openCheckPage(id)}>
                  <code>{id}</code>
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
