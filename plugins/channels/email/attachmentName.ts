import { parse } from 'content-disposition'

import { cleanFileName } from './cleanFileName.ts'

/** The name of a file: the form's, else the one its server gives, else the end of its address. */
export function attachmentName({
  asked,
  disposition,
  url,
}: {
  asked: string
  disposition?: string | undefined
  url: string
}): string {
  // Not joined at once: what is empty after cleaning counts as not given.
  const names = [
    () => asked,
    () => lastPart(givenName(disposition)),
    () => lastPart(decoded(new URL(url).pathname)),
  ]
  for (const name of names) {
    const cleaned = cleanFileName(name())
    if (cleaned !== '') return cleaned
  }
  return 'file'
}

function givenName(disposition: string | undefined): string {
  if (disposition === undefined) return ''
  try {
    return asUtf8(parse(disposition).parameters['filename'] ?? '')
  } catch {
    // Not written by the rules (RFC 6266): there is still the address.
    return ''
  }
}

/** Headers are read as Latin-1, and many servers write plain UTF-8 into them. */
function asUtf8(text: string): string {
  const bytes = Buffer.from(text, 'latin1')
  if (bytes.toString('latin1') !== text) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Latin-1 it is.
    return text
  }
}

/** Of a path only the end is a name (RFC 6266 §4.3). */
function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? ''
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
