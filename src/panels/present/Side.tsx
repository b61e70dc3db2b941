import { Suspense, useId, useState } from 'react'
import { ErrorBoundary, TabStrip } from '#controls'
import type { TraceNode } from '#language'
import { findings, testResults, testSum, type DetailsTab } from '#store'
import { useApp } from '#store/react'
import { Broken } from '../broken/Broken.tsx'
import { RequestPanel } from '#panels/request/RequestPanel.tsx'
import { panels } from '../table.ts'
import { TracePanel } from '../trace/TracePanel.tsx'
import { Steps } from './Steps.tsx'
import { TestsOnStage } from './TestsOnStage.tsx'
import styles from './present.module.css'

/** What can stand under the request; the trace at first. */
type Tab = Extract<DetailsTab, 'trace' | 'tests' | 'problems'> | 'fields'

const isTab = (tab: DetailsTab): tab is Exclude<Tab, 'fields'> =>
  tab === 'trace' || tab === 'tests' || tab === 'problems'

/** The trace, and what a demonstration needs besides. What would tell a hidden verdict is hidden with it. */
export function Side({
  trace,
  told,
}: {
  readonly trace: readonly TraceNode[]
  /** The steps that were told; undefined while the trace isn't walked. */
  readonly told: readonly TraceNode[] | undefined
}) {
  const hidden = useApp((app) => app.present?.answer === 'hidden')
  const workspace = useApp((app) => app.workspace)
  const facts = useApp((app) => app.facts)
  const asked = useApp((app) => app.detailsTab)
  const panelId = useId()
  const [tab, setTab] = useState<Tab>('trace')
  // A command that shows the tests, the trace or the problems shows them here, too.
  const [before, setBefore] = useState(asked)
  if (asked !== before) {
    setBefore(asked)
    if (isTab(asked)) setTab(asked)
  }

  const { total, passed } = testSum(testResults(workspace))
  const problems = workspace.policies.flatMap((one) => findings({ workspace, facts }, one)).length
  const tabs: readonly { readonly id: Tab; readonly title: string }[] = [
    { id: 'trace', title: told ? 'Steps' : 'Trace' },
    { id: 'tests', title: hidden || total === 0 ? 'Tests' : `Tests ${passed} of ${total}` },
    { id: 'problems', title: problems > 0 ? `Problems ${problems}` : 'Problems' },
    { id: 'fields', title: 'Edit request' },
  ]
  const Panel = panels.find(({ id }) => id === tab)?.Component

  const content = () => {
    if (tab === 'fields') return <RequestPanel compact />
    if (tab === 'trace') {
      if (told && hidden) return <Steps trace={trace} told={told} />
      return <TracePanel followsFocus />
    }
    if (tab === 'tests')
      return hidden ? (
        <p className={styles['none']}>The tests are hidden with the verdict.</p>
      ) : (
        <TestsOnStage />
      )
    return Panel ? <Panel /> : null
  }

  return (
    <section
      id="details"
      aria-labelledby="details-name"
      tabIndex={-1}
      className={styles['details']}
    >
      <h2 id="details-name" className="visually-hidden">
        Details
      </h2>
      <TabStrip label="Details" panelId={panelId} selected={tab} onSelect={setTab} tabs={tabs} />
      <div
        id={panelId}
        role="tabpanel"
        aria-label={tabs.find(({ id }) => id === tab)?.title}
        // A part that scrolls must be reachable.
        tabIndex={0}
        className={styles['panel']}
      >
        <ErrorBoundary key={tab} fallback={<Broken />}>
          <Suspense fallback={null}>{content()}</Suspense>
        </ErrorBoundary>
      </div>
    </section>
  )
}
