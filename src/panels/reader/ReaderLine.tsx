import { memo } from 'react'
import { Icon, type IconName } from '#controls'
import type { Mark } from '#language'
import { severityLooks } from '../problems/severity-looks.ts'
import type { Line, Piece } from './lines.ts'
import styles from './reader.module.css'

const shapes: Readonly<Record<Mark, IconName>> = {
  allows: 'allow',
  denies: 'explicitDeny',
  overruled: 'overruled',
  limited: 'overruled',
  nearMiss: 'nearMiss',
  notApplied: 'none',
  notConsulted: 'none',
}

/** One line: shapes, number, bar, the text, and the words after it. */
export const ReaderLine = memo(function ReaderLine({
  line,
  current,
}: {
  readonly line: Line
  /** The token of this line that Tab leads to. */
  readonly current: number | undefined
}) {
  return (
    <div className={styles['line']} data-bar={line.bar}>
      <span className={styles['shapes']}>
        {line.severity ? (
          <span className={styles['severity']} data-severity={line.severity}>
            <Icon name={severityLooks[line.severity].icon} size={13} />
            <span className="visually-hidden">{severityLooks[line.severity].name}.</span>
          </span>
        ) : null}
        {line.shape ? (
          <span className={styles['shape']} data-mark={line.shape}>
            <Icon name={shapes[line.shape]} size={14} />
          </span>
        ) : null}
      </span>
      <span className={styles['number']} aria-hidden="true">
        {line.number}
      </span>
      <span className={styles['text']}>
        <span className={styles['indent']}>{line.indent}</span>
        {tokensOf(line.pieces).map(({ token, pieces }) =>
          token === undefined ? (
            pieces.map(drawPiece)
          ) : (
            <span
              key={token}
              // A button of the browser would not wrap with the text around it.
              role="button"
              tabIndex={token === current ? 0 : -1}
              className={styles['token']}
              data-token={token}
              data-kind={pieces[0]?.kind}
            >
              {pieces.map(drawPiece)}
            </span>
          ),
        )}
        {line.notes.map(({ mark, words }) => (
          <span key={mark + words} className={styles['note']} data-mark={mark}>
            {mark === 'allows' || mark === 'denies' ? (
              <>
                <Icon name={shapes[mark]} size={13} />{' '}
              </>
            ) : null}
            {words}
          </span>
        ))}
      </span>
    </div>
  )
})

const drawPiece = ({ text, start, variable, unmet, severity, shown }: Piece) => (
  <span
    key={start}
    className={variable ? styles['variable'] : undefined}
    data-start={start}
    data-unmet={unmet || undefined}
    data-severity={severity}
    data-shown={shown || undefined}
  >
    {text}
  </span>
)

interface Token {
  readonly token: number | undefined
  readonly pieces: readonly Piece[]
}

/** The pieces of a line by the token they are of. */
function tokensOf(pieces: readonly Piece[]): readonly Token[] {
  const tokens: { readonly token: number | undefined; readonly pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const last = tokens.at(-1)
    if (last && last.token === piece.token) last.pieces.push(piece)
    else tokens.push({ token: piece.token, pieces: [piece] })
  }
  return tokens
}
