import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { Announcer } from '#controls'
import { evaluationSteps } from '#language'
import { presenting, stepsShown, type Asked } from '#store'
import { useApp, useVerdict } from '#store/react'
import { LinkCode } from './LinkCode.tsx'
import { PoliciesOnStage } from './PoliciesOnStage.tsx'
import { RequestOnStage } from './RequestOnStage.tsx'
import { Side } from './Side.tsx'
import { stageWords } from './stage-words.ts'
import { StageControls } from './StageControls.tsx'
import { traceOnStage } from './stage.ts'
import { usePresentKeys } from './use-present-keys.ts'
import { VerdictBar } from './VerdictBar.tsx'
import styles from './present.module.css'

/** The same workspace for a room: the verdict on top, large type, and nothing of what is saved. */
export function PresentView({ children }: { readonly children: ReactNode }) {
  const workspace = useApp((app) => app.workspace)
  const lastReadable = useApp((app) => app.lastReadable)
  const selectedScenario = useApp((app) => app.selectedScenario)
  const present = useApp((app) => app.present) ?? presenting
  const setPresent = useApp((app) => app.setPresent)
  const verdict = useVerdict()
  const [codeShown, setCodeShown] = useState(false)

  const { onShowCode, onLeave } = useMemo(
    () => ({ onShowCode: () => setCodeShown(true), onLeave: () => setPresent(undefined) }),
    [setPresent],
  )
  usePresentKeys({ onShowCode, onLeave })
  // The keys that are letters are for whoever is not in a field.
  useEffect(() => document.getElementById('verdict')?.focus(), [])

  const scenario = workspace.scenarios[selectedScenario]
  const trace = useMemo(() => {
    const asked: Asked = { workspace, lastReadable, selectedScenario, present: undefined }
    return traceOnStage(asked)
  }, [workspace, lastReadable, selectedScenario])
  const steps = useMemo(() => evaluationSteps(trace), [trace])
  const told =
    present.steps === undefined
      ? undefined
      : steps.slice(0, stepsShown({ present, steps: steps.length }))

  const words = stageWords(verdict, workspace.policies)
  const number = `${selectedScenario + 1} of ${workspace.scenarios.length}`
  const last = verdict.kind === 'hidden' ? told?.at(-1) : undefined
  const spoken = last
    ? `Step ${told?.length ?? 0} of ${steps.length}: ${last.text}.`
    : `${number}: ${scenario?.name ?? ''}. ${verdict.kind === 'hidden' ? 'Verdict hidden.' : `${words.heading}. ${words.sentence}`}`

  return (
    <main className={styles['present']}>
      <div className={styles['stage']}>
        <VerdictBar
          words={words}
          progress={`${Math.min(selectedScenario + 1, workspace.scenarios.length)} / ${workspace.scenarios.length}`}
        />
        <PoliciesOnStage>{children}</PoliciesOnStage>
        <div className={styles['side']}>
          {scenario ? <RequestOnStage scenario={scenario} index={selectedScenario} /> : null}
          <Side trace={trace} told={told} />
        </div>
      </div>
      <StageControls onShowCode={onShowCode} onLeave={onLeave} />
      <Announcer text={spoken} now={undefined} />
      {codeShown ? <LinkCode onClose={() => setCodeShown(false)} /> : null}
    </main>
  )
}
