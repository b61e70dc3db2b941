import { Dialog } from '#controls'
import { describeProblem } from '#share'
import type { ReadProblem } from '#workspace'
import styles from './link.module.css'

/** More than anybody reads; a link can hold many thousands. */
const mostShown = 100

/** What of an opened link was left out. */
export function LinkProblemsDialog({
  problems,
  onClose,
}: {
  readonly problems: readonly ReadProblem[]
  readonly onClose: () => void
}) {
  const more = problems.length - mostShown
  return (
    <Dialog title="What was left out" onClose={onClose}>
      <ul className={styles['problems']}>
        {problems.slice(0, mostShown).map((problem, index) => (
          <li key={index}>{describeProblem(problem)}</li>
        ))}
        {more > 0 ? <li>And {more} more.</li> : null}
      </ul>
    </Dialog>
  )
}
