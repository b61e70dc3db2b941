import { Button } from '#controls'
import { nameKey, type Collected, type ResultRow, type ResultTable } from '#lessons'
import type { Workspace } from '#workspace'
import { ResultCellView } from './ResultCellView.tsx'
import { counted } from './take-in.ts'
import styles from './results.module.css'

/** Names by lessons. */
export function ResultsTable({
  table: { columns, rows },
  collected,
  onChange,
}: {
  readonly table: ResultTable
  readonly collected: Collected
  readonly onChange: (collected: Collected) => void
}) {
  const setApart = (place: number) => onChange({ ...collected, apart: [...collected.apart, place] })
  const putTogether = ({ typed }: ResultRow) => {
    const key = nameKey(typed)
    onChange({
      ...collected,
      together: [...collected.together.filter((name) => name !== key), key],
      apart: collected.apart.filter(
        (place) => nameKey(collected.entries[place]?.line.name ?? '') !== key,
      ),
    })
  }

  return (
    <section aria-labelledby="results-table" className={styles['part']}>
      <h3 id="results-table">
        {counted(rows.length, 'name')}, {counted(columns.length, 'lesson')}
      </h3>
      {/* A part that scrolls must be reachable. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- see above */}
      <div className={styles['scroll']} role="region" aria-label="Names by lessons" tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              {columns.map(({ key, lesson }) => (
                <ColumnHead key={key} name={key} lesson={lesson} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <bdi>{row.name}</bdi>
                  {row.letter === undefined ? null : (
                    <Button
                      look="link"
                      label={`One person: all lines of ${row.typed}`}
                      onPress={() => putTogether(row)}
                    >
                      One person
                    </Button>
                  )}
                </th>
                {columns.map(({ key, lesson }) => (
                  <td key={key}>
                    <ResultCellView
                      name={row.name}
                      lessonTitle={lesson?.title ?? key}
                      lesson={lesson}
                      cell={row.cells.get(key)}
                      onApart={setApart}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['soft']}>
        Hints and minutes can’t be checked. They say which lesson needs work, and are not for marks.
      </p>
    </section>
  )
}

/** The number of a lesson above its title. */
function ColumnHead({
  name,
  lesson,
}: {
  readonly name: string
  readonly lesson: Workspace | undefined
}) {
  const number = lesson ? /^\d+/u.exec(name)?.[0] : undefined
  return (
    <th scope="col">
      {number ? <span className={styles['number']}>{number}</span> : null}
      <bdi>{lesson?.title ?? name}</bdi>
      {lesson ? null : <span className={styles['note']}>not known here</span>}
    </th>
  )
}
