import { MASK } from '../egress/mask.ts'
import { cutText } from './cutText.ts'

const MAX_QUOTE = 300

/**
 * What a service said, fit for a reason: one line without control characters, at most 300 characters, and without the
 * texts in `confidential`, which a talkative service may echo.
 */
export function quoteOf(text: string, confidential: readonly string[] = []): string {
  const masked = confidential
    .filter((secret) => secret !== '')
    .reduce((left, secret) => left.replaceAll(secret, MASK), text)
  return cutText(masked.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), MAX_QUOTE)
}
