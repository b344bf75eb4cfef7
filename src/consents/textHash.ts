import { createHash } from 'node:crypto'

/** Fingerprint of the words that were shown, 64 hexadecimal digits: proves later which they were. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
