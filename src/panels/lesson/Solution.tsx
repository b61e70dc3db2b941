import { Button } from '#controls'
import { isLocked } from '#store'
import { useApp } from '#store/react'
import type { WorkspacePolicy } from '#workspace'
import { MarkedPolicy } from '../check-page/MarkedPolicy.tsx'
import { linesUnlike } from './lines-unlike.ts'
import styles from './lesson.module.css'

/** The author's solution, once it is offered: beside the learner's own work, which stays as it is. */
export function Solution({ offered }: { readonly offered: boolean }) {
  const exercise = useApp((app) => app.exercise)
  const policies = useApp((app) => app.workspace.policies)
  const showSolution = useApp((app) => app.showSolution)
  const solution = exercise?.lesson.lesson?.solution
  if (!solution || solution.length === 0) return null
  if (!exercise.solutionShown)
    return offered ? <Button onPress={showSolution}>Show the solution</Button> : null
  return (
    <section aria-label="Solution" className={styles['solution']}>
      <h4>Solution</h4>
      <p className={styles['soft']}>
        Your own work stays as it is. The lines that yours lacks are marked.
      </p>
      {solution
        .filter(({ name }) => !isLocked({ exercise }, name))
        .map((policy) => (
          <figure key={policy.name}>
            <figcaption>{policy.name}</figcaption>
            <MarkedPolicy
              label={`Solution: ${policy.name}`}
              text={policy.text}
              spans={linesUnlike(policy.text, textOf(policies, policy))}
            />
          </figure>
        ))}
    </section>
  )
}

const textOf = (policies: readonly WorkspacePolicy[], { name }: WorkspacePolicy) =>
  policies.find((policy) => policy.name === name)?.text ?? ''
