import { Button } from '#controls'
import { useAppStore } from '#store/react'
import type { ReadProblem, Workspace } from '#workspace'
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
    </>
  )
}
