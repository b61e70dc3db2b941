import { Button, PageBar } from '#controls'
import { continueLesson, startLessonOver } from '#panels/lesson/lessons.ts'
import type { Bar } from '#store'
import { useApp, useAppStore } from '#store/react'

/** On return: the lesson that was open when the page was left. */
export function ResumeBar({
  lesson: { key, title, met, total },
}: {
  readonly lesson: Extract<Bar, { readonly kind: 'resume' }>
}) {
  const store = useAppStore()
  const closeBar = useApp((app) => app.closeBar)
  return (
    <PageBar
      label="Lesson"
      icon="learn"
      onDismiss={() => closeBar('resume')}
      buttons={
        <>
          <Button onPress={() => void continueLesson(store, key)}>Continue</Button>
          <Button look="quiet" onPress={() => void startLessonOver(store, key)}>
            Start over
          </Button>
        </>
      }
    >
      You were at {met} of {total} in <strong>{title.slice(0, 200)}</strong>.
    </PageBar>
  )
}
