import { Button, Icon } from '#controls'
import type { AnswerGroup, AnswerText } from '#lessons'
import { useAppStore } from '#store/react'
import type { Workspace } from '#workspace'
import { openAnswerOf } from './open-answer-of.ts'
import { counted } from './take-in.ts'
import styles from './results.module.css'

/** Names and texts that are drawn, at most. */
const mostNames = 40
const mostTexts = 20
const longestText = 6000

/** Answers that allow the same: how many, what they miss, and their texts. */
export function AnswerGroupView({
  group: { grade, size, missed, denies, like, texts },
  lesson,
}: {
  readonly group: AnswerGroup
  readonly lesson: Workspace
}) {
  return (
    <li className={styles['group']}>
      <h4 className={styles['result']} data-state={grade.solved ? 'solved' : 'unsolved'}>
        <span className={styles['score']}>
          <Icon name={grade.solved ? 'passed' : 'failed'} size={14} />
          {counted(size, 'answer')}: {grade.solved ? 'solved' : `${grade.met} of ${grade.total}`}
          {denies ? ', with an explicit deny' : ', without an explicit deny'}
        </span>
      </h4>
      {like === undefined ? null : <p>The idea: {like}.</p>}
      {missed.length === 0 ? null : (
        <ul className={styles['missed']} aria-label="Missed">
          {missed.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {texts.slice(0, mostTexts).map((text, index) => (
        <Text key={index} text={text} lesson={lesson} isOpen={texts.length === 1} />
      ))}
      {texts.length > mostTexts ? (
        <p className={styles['soft']}>and {counted(texts.length - mostTexts, 'other text')}.</p>
      ) : null}
    </li>
  )
}

function Text({
  text: { policies, removed, by },
  lesson,
  isOpen,
}: {
  readonly text: AnswerText
  readonly lesson: Workspace
  readonly isOpen: boolean
}) {
  const store = useAppStore()
  const names = by.map(({ name }) => name)
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  const [first] = by
  return (
    <details open={isOpen} className={styles['text']}>
      <summary>
        <bdi>{names.slice(0, mostNames).join(', ')}</bdi>
        {more}
      </summary>
      {policies.length + removed.length === 0 ? (
        <p className={styles['soft']}>As at the start.</p>
      ) : null}
      {removed.length > 0 ? <p className={styles['soft']}>Removed: {removed.join(', ')}.</p> : null}
      {policies.map(({ name, text, enabled }) => (
        <figure key={name}>
          <figcaption className={styles['soft']}>
            <bdi>{name}</bdi>
            {enabled ? '' : ', left out'}
          </figcaption>
          <pre
            className={styles['policy']}
            role="group"
            aria-label={`Policy ${name} of ${names[0] ?? ''}`}
            // A part that scrolls must be reachable.
            // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- see above
            tabIndex={0}
          >
            <code>{text.length > longestText ? `${text.slice(0, longestText)}\n…` : text}</code>
          </pre>
        </figure>
      ))}
      {first ? (
        <Button
          look="link"
          label={`Open the answer of ${first.name}`}
          onPress={() =>
            openAnswerOf(store, { name: first.name, entry: first.placed.entry, lesson })
          }
        >
          Open
        </Button>
      ) : null}
    </details>
  )
}
