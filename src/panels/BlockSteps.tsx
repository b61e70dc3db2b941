import { Button } from '#controls'
import { blockInWords, type Block } from './block.ts'

/** Where a block stands in its list, and the way to the ones beside it; nothing where the block is all there is. */
export function BlockSteps({
  block,
  what,
  onGo,
}: {
  readonly block: Block<unknown>
  /** What the list holds: "policies". */
  readonly what: string
  /** Goes to an item by its place. */
  readonly onGo: (index: number) => void
}) {
  const { items, start, total } = block
  if (items.length === total) return null
  const next = start + items.length
  return (
    <span role="group" aria-label={`More ${what}`}>
      {blockInWords(block)}{' '}
      <Button
        look="quiet"
        label={`Previous ${what}`}
        isDisabled={start === 0}
        onPress={() => onGo(start - 1)}
      >
        Previous
      </Button>
      <Button
        look="quiet"
        label={`Next ${what}`}
        isDisabled={next >= total}
        onPress={() => onGo(next)}
      >
        Next
      </Button>
    </span>
  )
}
