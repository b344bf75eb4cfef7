import { create } from 'qrcode'

/** The few things of a PDF page that drawing takes. */
type Canvas = {
  rect: (x: number, y: number, width: number, height: number) => unknown
  fill: (colour: string) => unknown
}

type DrawQrCodeOptions = {
  text: string
  left: number
  top: number
  /** Length of a side, in points. */
  side: number
  ink: string
}

/** Draws a QR code of squares, sharp at any size; the paper around it is its quiet zone. */
export function drawQrCode(
  canvas: Canvas,
  { ink, left, side, text, top }: DrawQrCodeOptions,
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const step = side / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    for (const [from, length] of darkRuns(
      modules.size,
      (column) => modules.get(row, column) !== 0,
    )) {
      canvas.rect(left + from * step, top + row * step, length * step, step)
    }
  }
  canvas.fill(ink)
}

/** Dark squares side by side as one, so that no hairline shows between them. */
function darkRuns(size: number, isDark: (column: number) => boolean): [number, number][] {
  const runs: [number, number][] = []
  for (let column = 0; column < size; column += 1) {
    if (!isDark(column)) continue
    const last = runs.at(-1)
    if (last && last[0] + last[1] === column) last[1] += 1
    else runs.push([column, 1])
  }
  return runs
}
