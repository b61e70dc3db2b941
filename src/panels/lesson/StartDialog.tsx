import { useEffect, useState } from 'react'
import { Button, Dialog } from '#controls'
import { parseRule, ruleWords } from '#lessons'
import type { Progress } from '#storage'
import { useAppStore } from '#store/react'
import type { Workspace } from '#workspace'
import { editChallenge } from '../challenge/edit-challenge.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { countWords } from './grade-words.ts'
import { beginLesson, findLesson, keptAnswer, type FoundLesson } from './lessons.ts'
import styles from './lesson.module.css'

interface Found extends FoundLesson {
  readonly kept: Progress | undefined
}

/** What a lesson is about, before it begins: its goal, its text and its rules. Nothing on the screen changes until Start. */
export function StartDialog({
  lesson: wanted,
  onClose,
}: {
  readonly lesson: string | Workspace
  readonly onClose: () => void
}) {
  const [found, setFound] = useState<Found | 'none' | undefined>(undefined)
  useEffect(() => {
    let gone = false
    const find = async () => {
      const lesson = await findLesson(wanted)
      return lesson ? { ...lesson, kept: await keptAnswer(lesson.key) } : 'none'
    }
    find().then(
      (one) => {
        if (!gone) setFound(one)
      },
      () => {
        if (!gone) setFound('none')
      },
    )
    return () => {
      gone = true
    }
  }, [wanted])

  if (found === undefined) return null
  if (found === 'none')
    return (
      <Dialog title="There is no such lesson" onClose={onClose}>
        <p>The link names a lesson that this copy of Sidelight doesn’t have.</p>
      </Dialog>
    )
  const { title = 'Untitled', lesson } = found.lesson
  const kind = lesson?.kind === 'challenge' ? 'Challenge' : 'Lesson'
  return (
    <Dialog title={`${kind}: ${title.slice(0, 200)}`} onClose={onClose}>
      <About found={found} wanted={wanted} onClose={onClose} />
    </Dialog>
  )
}

function About({
  found,
  wanted,
  onClose,
}: {
  readonly found: Found
  readonly wanted: string | Workspace
  readonly onClose: () => void
}) {
  const store = useAppStore()
  const { kept } = found
  const { goal, text, minutes, mustNot = [] } = found.lesson.lesson ?? {}
  const rules = mustNot.flatMap((rule) => parseRule(rule) ?? [])
  const begin = (from?: Progress) => {
    onClose()
    beginLesson(store, found, from)
  }
  return (
    <div className={styles['start']}>
      <p>
        {minutes === undefined ? '' : `About ${countWords(minutes, 'minute')}. `}Your own drafts
        stay where they are.
      </p>
      {kept ? (
        <p>
          You were at {kept.met} of {kept.total}.
        </p>
      ) : null}
      <div className={styles['steps']}>
        <Button
          look="primary"
          ref={(button) => {
            // What the dialog is for has the focus first.
            button?.setAttribute('autofocus', '')
          }}
          onPress={() => begin(kept)}
        >
          {kept ? 'Continue' : 'Start'}
        </Button>
        {kept ? <Button onPress={() => begin()}>Start over</Button> : null}
        {typeof wanted === 'string' ? null : (
          <Button
            look="quiet"
            icon="edit"
            onPress={() => {
              onClose()
              editChallenge(store, wanted)
            }}
          >
            Edit this challenge
          </Button>
        )}
      </div>
      <h3>Goal</h3>
      <Markdown text={(goal ?? 'All tests pass.').slice(0, 1000)} />
      {rules.length > 0 ? (
        <>
          <h3>Rules</h3>
          <ul className={styles['rules']}>
            {rules.map((rule, index) => (
              <li key={index}>{ruleWords(rule, found.lesson.policies)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {text ? <Markdown text={text} /> : null}
    </div>
  )
}
