import { AboutDialog } from './AboutDialog.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import type { Command, Layer } from './commands.ts'
import { KeyboardDialog } from './KeyboardDialog.tsx'

/** The layers over the page, of which one is open. */
export function Layers({
  layer,
  commands,
  onClose,
}: {
  readonly layer: Layer
  readonly commands: readonly Command[]
  readonly onClose: () => void
}) {
  switch (layer) {
    case 'palette':
      return <CommandPalette commands={commands} onClose={onClose} />
    case 'keyboard':
      return <KeyboardDialog commands={commands} onClose={onClose} />
    case 'about':
      return <AboutDialog onClose={onClose} />
  }
}
