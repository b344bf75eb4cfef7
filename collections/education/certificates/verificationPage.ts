import type { CertificateRow } from './certificateRow.ts'
import { type CertificateLanguage, certificateTexts } from './certificateTexts.ts'
import { certificateWords } from './certificateWords.ts'

type Verdict = 'valid' | 'revoked' | 'unknown'

const colours: Readonly<Record<Verdict, string>> = {
  valid: '#1d7a46',
  revoked: '#b3261e',
  unknown: '#66708a',
}

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f4f5f8; color: #1f2a44 }
  main { max-width: 34rem; margin: 10vh auto; padding: 2rem; background: #fff; border-radius: 12px }
  h1 { font-size: 1.4rem; margin: 0 0 1rem }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1.2rem; margin: 0 }
  dt { color: #66708a } dd { margin: 0; overflow-wrap: anywhere }`

/** The public page about a certificate, one document of HTML without scripts. */
export function verificationPage(
  verdict: Verdict,
  row: CertificateRow | undefined,
  language: CertificateLanguage,
): string {
  const texts = certificateTexts[language]
  const facts: [string, string][] = row
    ? [
        [texts.number, row.number],
        [texts.holder, row.holderName],
        [texts.course, certificateWords.course(row, language)],
        [texts.issued, certificateWords.date(row.issuedAt, language)],
        [texts.revokedOn, certificateWords.date(row.revokedAt, language)],
      ]
    : []
  const list = facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join('')
  const body = row ? `<dl>${list}</dl>` : `<p>${escaped(texts.unknownHint)}</p>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(texts[verdict])}</title>
<style>${style} h1 { color: ${colours[verdict]} }</style>
</head>
<body><main><h1>${escaped(texts[verdict])}</h1>${body}</main></body>
</html>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}
