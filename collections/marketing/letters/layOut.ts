import { escapeHtml } from '../../pages/escapeHtml.ts'

/** The parts of a letter's page; `body` is HTML, the rest plain text. */
export type LetterParts = {
  language: 'en' | 'ru'
  preheader: string
  body: string
  postalAddress: string
  /** Absent when the body has the link itself. */
  unsubscribeUrl: string | undefined
  pixelUrl: string | undefined
}

const leave = { en: 'Unsubscribe', ru: 'Отписаться от рассылки' }

/** Puts a letter together. A body that is a whole page keeps its own frame; anything else gets a plain one. */
export function layOut(parts: LetterParts): string {
  const { body, language } = parts
  const above = preview(parts.preheader)
  const below = `${footer(parts)}${pixel(parts.pixelUrl)}`
  if (/<body[\s>]/i.test(body)) {
    const opened = body.replace(/<body\b[^>]*>/i, (tag) => `${tag}${above}`)
    return /<\/body>/i.test(opened)
      ? opened.replace(/<\/body>(?![\s\S]*<\/body>)/i, () => `${below}</body>`)
      : `${opened}${below}`
  }
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head>
<body style="margin:0;background:#f4f4f2;font:16px/1.5 Arial,sans-serif;color:#1d1d1b">${above}
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff">${body}</div>
${below}</body></html>`
}

const preview = (text: string): string =>
  text === ''
    ? ''
    : `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(text)}</div>`

function footer({ language, postalAddress, unsubscribeUrl }: LetterParts): string {
  const lines = [
    ...postalAddress.split('\n').map((line) => escapeHtml(line.trim())),
    ...(unsubscribeUrl === undefined
      ? []
      : [`<a href="${escapeHtml(unsubscribeUrl)}" style="color:#6b6b66">${leave[language]}</a>`]),
  ].filter((line) => line !== '')
  if (lines.length === 0) return ''
  return `<div style="max-width:600px;margin:0 auto;padding:16px 24px;font-size:13px;color:#6b6b66">${lines.join('<br>')}</div>`
}

const pixel = (url: string | undefined): string =>
  url === undefined
    ? ''
    : `<img src="${escapeHtml(url)}" width="1" height="1" alt="" style="display:block;border:0">`
