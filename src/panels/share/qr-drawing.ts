import encodeQR from 'qr'

/** Characters beyond which a camera no longer tells the dots of a code on a screen apart: 117 by 117 of them. */
export const longestInQr = 1200

/** A code as a drawing: `path` draws the dark dots on a square of `size` units, its quiet border included. */
export interface QrDrawing {
  readonly size: number
  readonly path: string
}

/** Draws the code of a text. */
export function qrDrawing(text: string): QrDrawing {
  // Least correction: a screen is neither torn nor stained, and larger dots are read from farther away.
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 })
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { size: rows.length, path }
}

/** The drawing as a file. */
export function qrFile({ size, path }: QrDrawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`
}

/** The drawing as a picture of dots; undefined where the browser draws none. */
export async function qrPicture({ size, path }: QrDrawing): Promise<Blob | undefined> {
  const scale = Math.ceil(1000 / size)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * scale
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(scale, scale)
  pen.fillStyle = '#000'
  pen.fill(new Path2D(path))
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png')
  })
}
