/** Nothing is fetched: a picture from the web would tell its owner who looked into the outbox. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"

/**
 * The HTML of a letter for a frame with `sandbox=""`: no script runs and no form is sent there in any case, and this
 * policy, which comes before everything the letter holds, keeps it from loading anything either.
 */
export function framedHtml(html: string): string {
  return [
    '<!doctype html><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<style>body { margin: 16px; background: #fff; color: #111; font-family: sans-serif }</style>',
    html,
  ].join('')
}
