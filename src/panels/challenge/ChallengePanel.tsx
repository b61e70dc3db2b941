import { lazy, Suspense } from 'react'
import { Button } from '#controls'
import { challengeOf } from '#store'
import { useApp } from '#store/react'
import { HintFields } from './HintFields.tsx'
import { LockBoxes } from './LockBoxes.tsx'
import { MarkdownField } from './MarkdownField.tsx'
import { NumbersAndNext } from './NumbersAndNext.tsx'
import { Rules } from './Rules.tsx'
import { SideSwitch } from './SideSwitch.tsx'
import { TestTable } from './TestTable.tsx'
import { Warnings } from './Warnings.tsx'
import styles from './challenge.module.css'

// It comes with the library that makes links.
const ChallengeLink = lazy(async () => ({
  default: (await import('./ChallengeLink.tsx')).ChallengeLink,
}))

/** The challenge that is being written: what its learners read, what is locked, and how good its tests are. */
export function ChallengePanel() {
  const lesson = useApp((app) => app.workspace.lesson)
  const challenge = useApp((app) => challengeOf(app.workspace))
  const editLesson = useApp((app) => app.editLesson)
  const previewChallenge = useApp((app) => app.previewChallenge)
  const stopWriting = useApp((app) => app.stopWriting)
  if (!lesson) return null

  return (
    <div className={styles['panel']}>
      <div className={styles['head']} role="group" aria-label="The challenge">
        <SideSwitch />
        <span className={styles['space']} />
        <Button icon="learn" look="primary" onPress={previewChallenge}>
          Preview as learner
        </Button>
        <Button look="quiet" icon="close" onPress={stopWriting}>
          Stop writing
        </Button>
      </div>
      <div className={styles['parts']}>
        <div className={styles['column']}>
          <section aria-label="Goal" className={styles['part']}>
            <h3>Goal</h3>
            <MarkdownField
              label="Goal, as one sentence about people and things; Markdown"
              preview="Goal, as learners see it"
              rows={2}
              value={lesson.goal ?? ''}
              onChange={(goal) => editLesson({ goal })}
            />
            <MarkdownField
              label="Text: the story, and what there is to know; Markdown"
              preview="Text, as learners see it"
              rows={3}
              value={lesson.text ?? ''}
              onChange={(text) => editLesson({ text })}
            />
            <NumbersAndNext lesson={lesson} />
          </section>
          <section aria-label="Locked" className={styles['part']}>
            <h3>Locked</h3>
            <LockBoxes challenge={challenge} />
            <h3>Rules</h3>
            <Rules challenge={challenge} />
          </section>
        </div>
        <div className={styles['column']}>
          <section aria-label="Hints" className={styles['part']}>
            <h3>Hints</h3>
            <HintFields hints={lesson.hints ?? []} />
          </section>
          <section aria-label="Debrief" className={styles['part']}>
            <h3>Debrief</h3>
            <MarkdownField
              label="Shown once all tests pass: why it works, and a variation; Markdown"
              preview="Debrief, as learners see it"
              rows={4}
              value={lesson.debrief ?? ''}
              onChange={(debrief) => editLesson({ debrief })}
            />
          </section>
        </div>
        <div className={styles['column']}>
          <section aria-label="Tests" className={styles['part']}>
            <h3>Tests</h3>
            <TestTable challenge={challenge} />
            <Warnings challenge={challenge} />
          </section>
          <section aria-label="Share the challenge" className={styles['part']}>
            <h3>Share</h3>
            <Suspense fallback={null}>
              <ChallengeLink />
            </Suspense>
          </section>
        </div>
      </div>
    </div>
  )
}
