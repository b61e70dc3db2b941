import { Button, TextArea } from '#controls'
import { useApp } from '#store/react'
import styles from './challenge.module.css'

const rungs = ['where to look', 'what it means', 'what to type']
/** More than any ladder has; a file from elsewhere may hold any number. */
const mostShown = 12

/** The hints, a ladder from vague to literal. */
export function HintFields({ hints }: { readonly hints: readonly string[] }) {
  const editLesson = useApp((app) => app.editLesson)
  const set = (next: readonly string[]) => editLesson({ hints: next })
  const move = (index: number, by: 1 | -1) => {
    const hint = hints[index]
    if (hint !== undefined) set(hints.toSpliced(index, 1).toSpliced(index + by, 0, hint))
  }
  return (
    <>
      <p className={styles['soft']}>
        Three make a ladder: where to look, what it means, what to type.
      </p>
      {hints.length > 0 ? (
        <ol className={styles['hints']} aria-label="Hints">
          {hints.slice(0, mostShown).map((hint, index) => (
            <li key={index}>
              <TextArea
                label={`Hint ${index + 1}`}
                rows={2}
                value={hint}
                {...(rungs[index] === undefined ? {} : { placeholder: rungs[index] })}
                onChange={(text) => set(hints.with(index, text))}
              />
              <div className={styles['buttons']}>
                <Button
                  look="quiet"
                  icon="up"
                  label={`Move hint ${index + 1} up`}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                >
                  Up
                </Button>
                <Button
                  look="quiet"
                  icon="down"
                  label={`Move hint ${index + 1} down`}
                  isDisabled={index === hints.length - 1}
                  onPress={() => move(index, 1)}
                >
                  Down
                </Button>
                <Button
                  look="quiet"
                  icon="remove"
                  label={`Remove hint ${index + 1}`}
                  onPress={() => set(hints.toSpliced(index, 1))}
                >
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {hints.length < mostShown ? (
        <Button icon="add" onPress={() => set([...hints, ''])}>
          Hint
        </Button>
      ) : null}
    </>
  )
}
