import type { QrDrawing } from './qr-drawing.ts'

/** A code for cameras, dark on light in every theme. */
export function QrCode({
  drawing,
  label,
  className,
}: {
  readonly drawing: QrDrawing
  readonly label: string
  readonly className: string | undefined
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      className={className}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${drawing.size}v${drawing.size}H0z`} />
      <path fill="#000" d={drawing.path} />
    </svg>
  )
}
