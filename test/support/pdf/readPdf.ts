import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// A CommonJS package: Node gives the module where the types promise its default.
const decodeQr: typeof jsQR = Reflect.get(jsQR, 'default') ?? jsQR

/** What a person gets out of a PDF: words by reading, the QR code with a phone. */
export type ReadPdf = {
  pages: number
  title: unknown
  /** Names of the fonts that are embedded; others would be missing on the reader's machine. */
  embeddedFonts: string[]
  /** The words of the first page, in the order of drawing. */
  text: string
  /** The first page as a picture. */
  png: Buffer
  /** What the QR code on the picture says. */
  qrText: string | undefined
}

/** Opens a PDF with an independent reader, draws its first page and looks at the picture. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const page = await pdf.getPage(1)
  const { items } = await page.getTextContent()
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({
    canvas: null,
    // The reader draws on any canvas of the browser's shape; its types know the browser's only.
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise
  const { data, height, width } = context.getImageData(0, 0, canvas.width, canvas.height)
  const { info } = await pdf.getMetadata()
  const result: ReadPdf = {
    pages: pdf.numPages,
    title: Reflect.get(info, 'Title'),
    embeddedFonts: [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/FontName \/\w+\+([\w-]+)/g),
    ].map(([, name = '']) => name),
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
    png: canvas.toBuffer('image/png'),
    qrText: decodeQr(new Uint8ClampedArray(data), width, height)?.data,
  }
  await loading.destroy()
  return result
}
