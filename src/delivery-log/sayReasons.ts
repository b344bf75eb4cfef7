import { fillWords } from '../channels/fillWords.ts'
import type { ReasonWords } from '../channels/reason.ts'
import { engineReasons } from './engineReasons.ts'

/** What a row knows of why something happened. */
export type WrittenReason = {
  /** The English sentence. */
  reason: string | null
  /** `Reason[]` as it came out of the row; anything else counts as unknown. */
  reasons: unknown
}

/**
 * The reason in a reader's language. A channel's own words come before the engine's. When one part has no words (a
 * channel that gives none, a row of an older release), it is the English sentence as a whole: half and half helps nobody.
 */
export function sayReasons(
  { reason, reasons }: WrittenReason,
  language: string,
  channelWords: ReasonWords = {},
): string | null {
  if (language !== 'ru' || !Array.isArray(reasons) || reasons.length === 0) return reason
  const words: ReasonWords = { ...engineReasons, ...channelWords }
  const said = reasons.map((part) => sayOne(part, words))
  return said.some((sentence) => sentence === null) ? reason : said.join('; ')
}

function sayOne(part: unknown, words: ReasonWords): string | null {
  if (typeof part !== 'object' || part === null || !('key' in part)) return null
  const { key } = part
  if (typeof key !== 'string' || !Object.hasOwn(words, key)) return null
  const params = 'params' in part && typeof part.params === 'object' ? part.params : {}
  return fillWords(words[key]?.ru ?? '', paramsOf(params ?? {}))
}

function paramsOf(params: object): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => ['string', 'number'].includes(typeof value)),
  )
}
