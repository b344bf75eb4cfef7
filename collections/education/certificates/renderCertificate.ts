import PDFDocument from 'pdfkit'

import type { CertificateRow } from './certificateRow.ts'
import { type CertificateLanguage, certificateTexts } from './certificateTexts.ts'
import { certificateWords } from './certificateWords.ts'
import { drawQrCode } from './drawQrCode.ts'
import { fontFiles } from './fontFiles.ts'

type RenderCertificateOptions = {
  row: CertificateRow
  language: CertificateLanguage
  /** Address of the public page; the QR code leads there. */
  verifyAt: string
}

const ink = '#1f2a44'
const faint = '#66708a'
const accent = '#b08d3c'
const margin = 72

/** A certificate as a PDF: one page A4 across, fonts embedded, the QR code drawn as vectors. */
export async function renderCertificate(options: RenderCertificateOptions): Promise<Buffer> {
  const { language, row } = options
  const fonts = fontFiles()
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    font: fonts.regular,
    lang: language,
    displayTitle: true,
    info: {
      Title: `${certificateTexts[language].certificate} ${row.number}`,
      Subject: certificateWords.course(row, language),
      ...(row.issuedAt === '' ? {} : { CreationDate: new Date(row.issuedAt) }),
    },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold)
  drawFrame(doc)
  drawPraise(doc, options)
  drawProof(doc, options)
  doc.end()
  return whole
}

type Doc = InstanceType<typeof PDFDocument>

function drawFrame(doc: Doc): void {
  const { height, width } = doc.page
  doc
    .rect(28, 28, width - 56, height - 56)
    .lineWidth(2.5)
    .stroke(accent)
  doc
    .rect(36, 36, width - 72, height - 72)
    .lineWidth(0.7)
    .stroke(accent)
}

/** Who did what. */
function drawPraise(doc: Doc, { language, row }: RenderCertificateOptions): void {
  const texts = certificateTexts[language]
  const course = certificateWords.course(row, language)
  line(doc, texts.certificate.toUpperCase(), {
    top: 84,
    height: 52,
    font: 'bold',
    size: 40,
    ink: accent,
  })
  line(doc, texts.certifies, { top: 158, height: 20, font: 'regular', size: 14, ink: faint })
  line(doc, row.holderName, { top: 186, height: 72, font: 'bold', size: 32, ink })
  line(doc, texts.completed, { top: 272, height: 20, font: 'regular', size: 14, ink: faint })
  line(doc, course, { top: 300, height: 78, font: 'bold', size: 24, ink })
}

/** Number and date on the left; on the right what proves it. */
function drawProof(doc: Doc, { language, row, verifyAt }: RenderCertificateOptions): void {
  const texts = certificateTexts[language]
  const { height, width } = doc.page
  const side = 104
  const left = width - margin - side
  const top = height - 66 - side
  drawQrCode(doc, { text: verifyAt, left, top, side, ink })
  const pair = (label: string, value: string, y: number): void => {
    doc.font('regular').fontSize(10).fillColor(faint).text(label, margin, y, { lineBreak: false })
    doc
      .font('regular')
      .fontSize(13)
      .fillColor(ink)
      .text(value, margin, y + 14, { lineBreak: false })
  }
  pair(texts.number, row.number, height - 160)
  pair(texts.issued, certificateWords.date(row.issuedAt, language), height - 112)
  const beside = { width: 230, align: 'right' } as const
  doc
    .font('regular')
    .fontSize(10)
    .fillColor(faint)
    .text(texts.verify, left - 246, top + 34, beside)
  doc
    .fontSize(11)
    .fillColor(ink)
    .text(row.verificationCode, left - 246, top + 52, beside)
}

type LineOptions = {
  top: number
  height: number
  font: 'regular' | 'bold'
  size: number
  ink: string
}

/** Centred text that is made smaller until it fits its place; the very longest is cut with an ellipsis. */
function line(doc: Doc, text: string, options: LineOptions): void {
  const { font, height, ink: colour, top } = options
  const width = doc.page.width - 2 * margin
  let { size } = options
  doc.font(font).fontSize(size)
  while (size > 12 && doc.heightOfString(text, { width }) > height) {
    size -= 1
    doc.fontSize(size)
  }
  doc.fillColor(colour).text(text, margin, top, { width, height, align: 'center', ellipsis: true })
}
