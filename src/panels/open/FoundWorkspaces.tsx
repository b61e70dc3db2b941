import { useState } from 'react'
import { Button } from '#controls'
import { tabDrafts } from '#store'
import { useAppStore } from '#store/react'
import type { ReadProblem, Workspace } from '#workspace'
import { AddCourse } from '../challenge/AddCourse.tsx'
import { Many } from './Many.tsx'
import { openFound } from './open-found.ts'
import { count, shortened } from './open-words.ts'
import styles from './open.module.css'

/** Several workspaces, of which one is opened or all are kept. */
export function FoundWorkspaces({
  workspaces,
  problems,
}: {
  readonly workspaces: readonly Workspace[]
  readonly problems: readonly ReadProblem[]
}) {
  const store = useAppStore()
  const [keeping, setKeeping] = useState<'not' | 'busy' | 'refused'>('not')
  const keepAll = async () => {
    setKeeping('busy')
    try {
      const { shelf } = await tabDrafts(store)
      await shelf.keep(workspaces)
    } catch {
      setKeeping('refused')
      return
    }
    store.getState().closeLayer()
    store.getState().tell(`Kept ${count(workspaces.length, 'workspace')} among your drafts.`)
  }
  return (
    <>
      <Many
        label="Workspaces"
        items={workspaces}
        row={(workspace, index) => {
          const title = shortened(workspace.title ?? 'Untitled workspace', 80)
          return (
            <li key={index} className={styles['workspace']}>
              <span className={styles['name']}>
                <strong>{title}</strong>{' '}
                <span className={styles['soft']}>
                  {count(workspace.policies.length, 'policy', 'policies')},{' '}
                  {count(workspace.scenarios.length, 'request')}
                </span>
              </span>
              <Button label={`Open ${title}`} onPress={() => openFound(store, workspace)}>
                Open
              </Button>
            </li>
          )
        }}
      />
      {problems.length > 0 ? (
        <>
          <p>{count(problems.length, 'part')} couldn’t be read and would be left out:</p>
          <Many
            label="Left out"
            items={problems}
            row={({ path, message }, index) => (
              <li key={index}>{shortened(`${path}: ${message}`, 400)}</li>
            )}
          />
        </>
      ) : null}
      {workspaces.every(({ lesson }) => lesson) ? <AddCourse lessons={workspaces} /> : null}
      <div className={styles['buttons']}>
        <Button isDisabled={keeping === 'busy'} onPress={() => void keepAll()}>
          Keep all as drafts
        </Button>
      </div>
      {keeping === 'refused' ? (
        <p role="alert" className={styles['unreadable']}>
          This browser refuses storage, so not all of them are kept. Open one instead.
        </p>
      ) : null}
    </>
  )
}
