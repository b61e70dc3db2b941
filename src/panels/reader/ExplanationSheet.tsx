import { Dialog } from '#controls'
import { touches } from '#policy'
import { findings } from '#store'
import { useApp } from '#store/react'
import { useExplanation } from '../policies/use-explanation.ts'
import { Problem } from '../problems/Problem.tsx'
import styles from './sheets.module.css'

/** All that is known about the token that was tapped: its meaning, what it did, and what is wrong with it. */
export function ExplanationSheet({ onClose }: { readonly onClose: () => void }) {
  const explanation = useExplanation()
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const caret = useApp((app) => app.caret)
  const policy = workspace.policies.find(({ name }) => name === caret?.policy)
  const found = policy ? findings({ workspace, facts }, policy) : []
  const token = explanation?.spans[0]
  const here = found.filter(({ span }) => token && touches(token, span.start))

  return (
    <Dialog title={explanation?.title ?? 'Nothing to explain here'} onClose={onClose}>
      <div className={styles['explanation']}>
        {explanation?.paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
        {explanation && explanation.facts.length > 0 ? (
          <dl className={styles['facts']}>
            {explanation.facts.map(([label, words]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {explanation?.link ? (
          <p>
            <a href={explanation.link} target="_blank" rel="noreferrer">
              AWS’s page ↗
            </a>
          </p>
        ) : null}
      </div>
      {policy && here.length > 0 ? (
        <ul className={styles['problems']} aria-label="Problems here">
          {here.map((finding, index) => (
            <Problem
              key={index}
              policy={policy}
              finding={finding}
              findings={found}
              onGone={onClose}
            />
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}
