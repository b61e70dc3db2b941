import { Suspense } from 'react'
import type { Layer } from '#store'
import { AboutDialog } from './AboutDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import type { Command } from './commands.ts'
import { KeyboardDialog } from './KeyboardDialog.tsx'

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
  }
}
