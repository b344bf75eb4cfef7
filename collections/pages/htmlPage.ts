import { escapeHtml } from './escapeHtml.ts'

/** A page of a few words; `body` is HTML already. */
export type HtmlPage = { language: 'en' | 'ru'; title: string; body: string; status?: number }

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f4f2;color:#1d1d1b}
main{max-width:30rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:12px}
h1{font-size:1.4rem;margin:0 0 1rem}p{margin:0 0 1rem}label{display:block;margin:0 0 .25rem}
textarea{width:100%;box-sizing:border-box;font:inherit;padding:.5rem;margin:0 0 1rem}
button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:8px;background:#1d1d1b;color:#fff;cursor:pointer}`

/** Needs no script, sends its address to nobody and is kept by no cache or search engine. */
export function htmlPage({ body, language, status = 200, title }: HtmlPage): Response {
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  })
}
