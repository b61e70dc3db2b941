import { useMemo } from 'react'
import { Icon, type IconName } from '#controls'
import type { Mark, StatementMark } from '#language'
import { policyLines } from './policy-lines.ts'
import styles from './embed.module.css'

const shapes: Readonly<Record<Mark, IconName>> = {
  allows: 'allow',
  denies: 'explicitDeny',
  overruled: 'overruled',
  limited: 'overruled',
  nearMiss: 'nearMiss',
  notApplied: 'none',
  notConsulted: 'none',
}

/** A policy's text to be read, with the marks and the words that the editor has. */
export function PolicyText({
  text,
  marks,
}: {
  readonly text: string
  readonly marks: readonly StatementMark[]
}) {
  const { lines, more } = useMemo(() => policyLines(text, marks), [text, marks])
  return (
    <>
      <div className={styles['text']}>
        {lines.map(({ pieces, bar, shape, notes }, index) => (
          <div key={index} className={styles['line']} data-mark={bar}>
            <span className={styles['shape']}>
              {shape ? <Icon name={shapes[shape]} size={14} /> : null}
            </span>
            <span className={styles['number']} aria-hidden="true">
              {index + 1}
            </span>
            <code className={styles['code']}>
              {pieces.map((piece, at) => (
                <span key={at} data-kind={piece.kind} data-unmet={piece.unmet ? true : undefined}>
                  {piece.text}
                </span>
              ))}
              {notes.map(({ mark, words }) => (
                <span key={`${mark} ${words}`} className={styles['note']} data-mark={mark}>
                  {mark === 'allows' || mark === 'denies' ? (
                    <Icon name={shapes[mark]} size={12} />
                  ) : null}{' '}
                  {words}
                </span>
              ))}
            </code>
          </div>
        ))}
      </div>
      {more > 0 ? (
        <p className={styles['more']}>
          {more === 1 ? '1 more line is' : `${more} more lines are`} in Sidelight.
        </p>
      ) : null}
    </>
  )
}
