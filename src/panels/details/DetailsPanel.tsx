import { Suspense, useId, type ReactNode } from 'react'
import { Button, ErrorBoundary, TabStrip } from '#controls'
import { findings, gradeOf, testResults, testSum, type DetailsTab } from '#store'
import { useApp } from '#store/react'
import { Broken } from '../broken/Broken.tsx'
import { usePanels } from '../use-panels.ts'
import styles from './details.module.css'

/** The strip with the counts, and below it the chosen panel. */
export function DetailsPanel({
  open,
  onOpen,
  phone,
}: {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  /** On a phone they are always open, and a panel that has a tab at the edge of the screen needs none here. */
  readonly phone: boolean
}) {
  const selected = useApp((app) => app.detailsTab)
  const showDetails = useApp((app) => app.showDetails)
  const runTests = useApp((app) => app.runTests)
  const panels = usePanels()
  const panelId = useId()
  const panel = panels.find(({ id }) => id === selected)
  const alone = phone && panel?.phone !== undefined

  return (
    <div className={styles['details']}>
      <div className={styles['strip']}>
        {alone ? null : (
          <TabStrip
            label="Details"
            panelId={panelId}
            selected={selected}
            onSelect={showDetails}
            tabs={panels
              .filter(({ phone: own }) => !phone || own === undefined)
              .map(({ id, title }) => ({
                id,
                title: (
                  <>
                    {title} <Count of={id} />
                  </>
                ),
              }))}
          />
        )}
        <span className={styles['space']} />
        <Button look="quiet" onPress={runTests}>
          Run all
        </Button>
        {phone ? null : (
          <Button
            look="quiet"
            icon={open ? 'down' : 'up'}
            expands={{ id: panelId, open }}
            onPress={() => onOpen(!open)}
          >
            {open ? 'Hide details' : 'Show details'}
          </Button>
        )}
      </div>
      <div
        id={panelId}
        role={alone ? 'group' : 'tabpanel'}
        aria-label={panel?.title}
        // A part that scrolls must be reachable.
        tabIndex={0}
        className={styles['panel']}
        hidden={!open}
      >
        {open && panel ? (
          <ErrorBoundary key={panel.id} fallback={<Broken />}>
            <Suspense fallback={null}>
              <panel.Component />
            </Suspense>
          </ErrorBoundary>
        ) : null}
      </div>
    </div>
  )
}

/** What a closed strip still tells. */
function Count({ of }: { readonly of: DetailsTab }): ReactNode {
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const grade = useApp(gradeOf)
  switch (of) {
    case 'tests': {
      const { total, passed, failed, waiting } = testSum(testResults(workspace))
      if (total === 0) return null
      return (
        <span className={styles['count']}>
          {passed > 0 ? <Part count={passed} mark="✓" words="passed" /> : null}
          {failed > 0 ? <Part count={failed} mark="✗" words="failed" failed /> : null}
          {waiting > 0 ? <Part count={waiting} mark="…" words="waiting" /> : null}
        </span>
      )
    }
    case 'problems': {
      const count = workspace.policies.flatMap((policy) =>
        findings({ workspace, facts }, policy),
      ).length
      return count > 0 ? <span className={styles['count']}>{count}</span> : null
    }
    case 'lesson':
      return grade ? (
        <span className={styles['count']}>
          {grade.met} of {grade.total}
        </span>
      ) : null
    case 'trace':
      return null
  }
}

function Part({
  count,
  mark,
  words,
  failed = false,
}: {
  readonly count: number
  readonly mark: string
  readonly words: string
  readonly failed?: boolean
}) {
  return (
    <span className={failed ? styles['failed'] : undefined}>
      {count}
      <span aria-hidden="true">{mark}</span>
      <span className="visually-hidden"> {words}</span>
    </span>
  )
}
