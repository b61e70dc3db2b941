import { lazy, Suspense } from 'react'
import type { Layer } from '#store'
import { AboutDialog } from './AboutDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import type { Command } from './commands.ts'
import { KeyboardDialog } from './KeyboardDialog.tsx'

const EditSheet = lazy(async () => ({
  default: (await import('#panels/reader/EditSheet.tsx')).EditSheet,
}))
const ExplanationSheet = lazy(async () => ({
  default: (await import('#panels/reader/ExplanationSheet.tsx')).ExplanationSheet,
}))
const DraftsSheet = lazy(async () => ({
  default: (await import('#panels/drafts/DraftsSheet.tsx')).DraftsSheet,
}))
const OpenSheet = lazy(async () => ({
  default: (await import('#panels/open/OpenSheet.tsx')).OpenSheet,
}))
const PolicySheet = lazy(async () => ({
  default: (await import('#panels/policies/PolicySheet.tsx')).PolicySheet,
}))
const ShareSheet = lazy(async () => ({
  default: (await import('#panels/share/ShareSheet.tsx')).ShareSheet,
}))
const BadLinkDialog = lazy(async () => ({
  default: (await import('#panels/link/BadLinkDialog.tsx')).BadLinkDialog,
}))
const LinkProblemsDialog = lazy(async () => ({
  default: (await import('#panels/link/LinkProblemsDialog.tsx')).LinkProblemsDialog,
}))
const InboundDialog = lazy(async () => ({
  default: (await import('#panels/link/InboundDialog.tsx')).InboundDialog,
}))

const ResultsSheet = lazy(async () => ({
  default: (await import('#panels/results/ResultsSheet.tsx')).ResultsSheet,
}))
const GuideSheet = lazy(async () => ({
  default: (await import('#panels/guide/GuideSheet.tsx')).GuideSheet,
}))

const CourseDialog = lazy(async () => ({
  default: (await import('#panels/course/CourseDialog.tsx')).CourseDialog,
}))
const StartDialog = lazy(async () => ({
  default: (await import('#panels/lesson/StartDialog.tsx')).StartDialog,
}))
const ResultDialog = lazy(async () => ({
  default: (await import('#panels/lesson/ResultDialog.tsx')).ResultDialog,
}))

/** The layers over the page, of which one is open. The large ones are fetched when they are first asked for. */
export function Layers(props: LayerProps) {
  return (
    <Suspense fallback={null}>
      <One {...props} />
    </Suspense>
  )
}

interface LayerProps {
  readonly layer: Layer
  readonly commands: readonly Command[]
  readonly onClose: () => void
}

function One({ layer, commands, onClose }: LayerProps) {
  switch (layer.kind) {
    case 'palette':
      return <CommandPalette commands={commands} onClose={onClose} />
    case 'keyboard':
      return <KeyboardDialog commands={commands} onClose={onClose} />
    case 'about':
      return <AboutDialog onClose={onClose} />
    case 'share':
      return <ShareSheet layer={layer} onClose={onClose} />
    case 'course':
      return <CourseDialog onClose={onClose} />
    case 'startLesson':
      return <StartDialog lesson={layer.lesson} onClose={onClose} />
    case 'result':
      return <ResultDialog onClose={onClose} />
    case 'badLink':
      return <BadLinkDialog link={layer.link} onClose={onClose} />
    case 'linkProblems':
      return <LinkProblemsDialog problems={layer.problems} onClose={onClose} />
    case 'inbound':
      return <InboundDialog onClose={onClose} />
    case 'explanation':
      return <ExplanationSheet onClose={onClose} />
    case 'edit':
      return <EditSheet onClose={onClose} />
    case 'drafts':
      return <DraftsSheet onClose={onClose} />
    case 'open':
      return <OpenSheet given={layer.given} onClose={onClose} />
    case 'policy':
      return <PolicySheet onClose={onClose} />
    case 'results':
      return <ResultsSheet onClose={onClose} />
    case 'guide':
      return <GuideSheet onClose={onClose} />
  }
}
