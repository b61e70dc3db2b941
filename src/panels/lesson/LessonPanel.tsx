import { lazy, Suspense } from 'react'
import { Button, Icon } from '#controls'
import { backToDraft, gradeOf } from '#store'
import { useApp, useAppStore } from '#store/react'
import { Markdown } from '../markdown/Markdown.tsx'
import { Debrief } from './Debrief.tsx'
import { gradeWords } from './grade-words.ts'
import { Hints } from './Hints.tsx'
import { keepAnswerAsDraft } from './keep-as-draft.ts'
import { openNext } from './open-next.ts'
import { Solution } from './Solution.tsx'
import { RuleRows, TestRows } from './TestRows.tsx'
import styles from './lesson.module.css'

// Those who write a challenge have the tab to themselves.
const ChallengePanel = lazy(async () => ({
  default: (await import('../challenge/ChallengePanel.tsx')).ChallengePanel,
}))

/** The lesson on the screen: its tests and rules, its text, its hints, and what comes after. */
export function LessonPanel() {
  const exercise = useApp((app) => app.exercise)
  const grade = useApp(gradeOf)
  const selected = useApp((app) => app.workspace.scenarios[app.selectedScenario])
  const showLessonTest = useApp((app) => app.showLessonTest)
  if (!exercise || !grade)
    return (
      <Suspense fallback={null}>
        <ChallengePanel />
      </Suspense>
    )
  const { solved, hints: shown } = exercise
  const { text, hints = [], kind } = exercise.lesson.lesson ?? {}
  const part = (
    <section aria-label="Text" className={styles['part']}>
      <h3>{exercise.lesson.title ?? (kind === 'challenge' ? 'Challenge' : 'Lesson')}</h3>
      {text ? <Markdown text={text} /> : null}
    </section>
  )

  return (
    <div className={styles['panel']} data-solved={solved ? true : undefined}>
      <section aria-label="Tests and rules" className={styles['tests']}>
        <h3 className={grade.solved ? styles['solved'] : undefined}>
          {grade.solved ? <Icon name="passed" /> : null} {gradeWords(grade)}
          {solved && !grade.solved ? <span> It was solved before.</span> : null}
        </h3>
        <TestRows tests={grade.tests} selected={selected} onSelect={showLessonTest} />
        <RuleRows rules={grade.rules} />
      </section>
      {/* A part that scrolls must be reachable. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- see above */}
      <div className={styles['rest']} role="group" aria-label="About the lesson" tabIndex={0}>
        {solved ? (
          <Suspense fallback={null}>
            <Debrief />
          </Suspense>
        ) : (
          part
        )}
        <section aria-label="Help and next steps" className={styles['part']}>
          {solved ? <Next /> : null}
          <Hints />
          <Solution offered={solved || shown >= hints.length} />
          <Steps />
        </section>
        {solved ? part : null}
      </div>
    </div>
  )
}

/** Where to go from a solved lesson. */
function Next() {
  const store = useAppStore()
  const next = useApp((app) => app.exercise?.lesson.lesson?.next)
  if (next === undefined)
    return (
      <Button
        look="primary"
        icon="learn"
        onPress={() => store.getState().openLayer({ kind: 'course' })}
      >
        Course
      </Button>
    )
  return (
    <Button look="primary" icon="right" onPress={() => openNext(store, next)}>
      {/^#?w\d|^https?:/u.test(next) ? 'Next challenge' : 'Next lesson'}
    </Button>
  )
}

/** What can be done at any time. */
function Steps() {
  const store = useAppStore()
  const openLayer = useApp((app) => app.openLayer)
  const startOver = useApp((app) => app.startOver)
  const leaveExercise = useApp((app) => app.leaveExercise)
  const kind = useApp((app) => app.exercise?.lesson.lesson?.kind ?? 'lesson')
  const leave = () => {
    leaveExercise()
    const { origin, workspace, asOpened } = store.getState()
    // A lesson that was opened by its address began before there was a draft on the screen.
    if (origin.kind === 'sample' && workspace === asOpened) void backToDraft(store)
  }
  return (
    <div className={styles['steps']} role="group" aria-label={`This ${kind}`}>
      <Button icon="copy" onPress={() => openLayer({ kind: 'result' })}>
        Copy my result…
      </Button>
      <Button icon="file" onPress={() => keepAnswerAsDraft(store)}>
        Keep as draft
      </Button>
      <Button look="quiet" icon="undo" onPress={startOver}>
        Start over
      </Button>
      <Button look="quiet" icon="close" onPress={leave}>
        Leave the {kind}
      </Button>
    </div>
  )
}
