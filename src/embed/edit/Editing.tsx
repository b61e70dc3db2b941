import { PolicyEditor } from '#editor'
import { permalink } from '#share'
import { sourceOf } from '#store'
import { useApp } from '#store/react'
import { answerTo } from '../answer.ts'
import { Page } from '../Page.tsx'

/** The same page with the editor in it; the verdict follows what is typed. */
export function Editing() {
  const workspace = useApp((app) => app.workspace)
  const scenario = useApp((app) => app.selectedScenario)
  const policy = useApp((app) => app.selectedPolicy)
  const text = workspace.policies.find(({ name }) => name === policy)?.text ?? ''
  const selectScenario = useApp((app) => app.selectScenario)
  const selectPolicy = useApp((app) => app.selectPolicy)
  return (
    <Page
      workspace={workspace}
      answer={answerTo(workspace, workspace.scenarios[scenario], sourceOf)}
      scenario={scenario}
      onScenario={selectScenario}
      policy={policy}
      onPolicy={selectPolicy}
      link={permalink(workspace, scenario > 0 ? { kind: 'request', index: scenario } : undefined)}
    >
      <div style={{ height: heightFor(text) }}>
        <PolicyEditor />
      </div>
    </Page>
  )
}

/** As high as the text, within what a frame can be asked for; the editor's own margins and the hint below it included. */
function heightFor(text: string): number {
  const lines = text.split('\n').length
  return Math.max(180, Math.min(480, 60 + 20 * lines))
}
