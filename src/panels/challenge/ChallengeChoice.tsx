import { Checkbox } from '#controls'
import { useApp } from '#store/react'
import styles from './challenge.module.css'

/** What a shared challenge holds. */
export function ChallengeChoice() {
  const included = useApp((app) => app.solutionIncluded)
  const includeSolution = useApp((app) => app.includeSolution)
  return (
    <>
      <p>Learners get goal, start, hints and tests.</p>
      <Checkbox label="Include my solution" checked={included} onChange={includeSolution} />
      <p className={styles['soft']}>A curious learner can read everything that is in the link.</p>
    </>
  )
}
