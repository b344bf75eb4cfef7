import type { PayloadRequest } from 'payload'

import { isBot } from '../../../src/http/isBot.ts'

/** Proxies that fetch a picture when a person opens the letter, under names that sound like robots. */
const readersProxy = /GoogleImageProxy|YahooMailProxy/i

/** A program that looks ahead or scans links, rather than somebody reading. */
export function isMachine(req: Pick<PayloadRequest, 'headers'>): boolean {
  const { headers } = req
  const purposes = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name))
  if (purposes.some((purpose) => /prefetch|preview/i.test(purpose ?? ''))) return true
  return isBot(req) && !readersProxy.test(headers.get('user-agent') ?? '')
}
