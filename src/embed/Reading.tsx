import { useMemo, useState } from 'react'
import { highlights } from '#language'
import { answerTo, policyReader } from './answer.ts'
import type { EditRequest } from './editing.ts'
import type { Opened } from './open.ts'
import { Page } from './Page.tsx'
import { PolicyText } from './PolicyText.tsx'

/** A workspace to be read, until somebody wants to edit it. */
export function Reading({
  opened: { workspace, scenario: first, policy: pointed, remark },
  fragment,
  onEdit,
}: {
  readonly opened: Extract<Opened, { readonly kind: 'workspace' }>
  /** What was opened. */
  readonly fragment: string
  readonly onEdit: (request: EditRequest) => Promise<void>
}) {
  const [scenario, setScenario] = useState(first)
  const [chosen, setChosen] = useState(pointed)
  const [editing, setEditing] = useState<'no' | 'loading' | 'failed'>('no')
  const sourceOf = useMemo(() => policyReader(), [])
  const answer = useMemo(
    () => answerTo(workspace, workspace.scenarios[scenario], sourceOf),
    [workspace, scenario, sourceOf],
  )
  // Until somebody chooses, the policy that decides is the one to look at.
  const name = chosen ?? answer.decision?.decidedBy[0]?.policy ?? workspace.policies[0]?.name
  const policy = workspace.policies.find((one) => one.name === name)
  const marks = useMemo(
    () => (answer.decision && name !== undefined ? highlights(answer.decision, name) : []),
    [answer, name],
  )

  const edit = () => {
    setEditing('loading')
    onEdit({ workspace, scenario, policy: name }).catch(() => setEditing('failed'))
  }
  const loading = {
    no: remark,
    loading: 'Loading editor…',
    failed: 'The editor can’t be loaded here. Open in Sidelight has one.',
  }
  return (
    <Page
      workspace={workspace}
      answer={answer}
      scenario={scenario}
      onScenario={setScenario}
      policy={name}
      onPolicy={setChosen}
      remark={loading[editing]}
      link={linkAt(fragment, scenario)}
      onEdit={policy && editing === 'no' ? edit : undefined}
    >
      {policy ? <PolicyText text={policy.text} marks={marks} /> : null}
    </Page>
  )
}

/** The same link, pointing at the request on screen; making a new one would take as much code again as reading it. */
function linkAt(fragment: string, scenario: number): string {
  if (!/^#w\d/u.test(fragment)) return fragment
  const [link = ''] = fragment.split('&')
  return scenario > 0 ? `${link}&request=${scenario + 1}` : link
}
