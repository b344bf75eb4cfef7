import { fillWords } from './fillWords.ts'
import type { Reason, ReasonWords } from './reason.ts'

/** A reason as an attempt carries it: the English sentence, and the same for other languages. */
export type SaidReason = { reason: string; reasons: [Reason] }

/** Makes reasons out of a channel's own words; a key that has no words does not compile. */
export function createReasons<Words extends ReasonWords>(
  words: Words,
): (key: keyof Words & string, params?: Reason['params']) => SaidReason {
  return (key, params = {}) => ({
    reason: fillWords(words[key]?.en ?? key, params),
    reasons: [{ key, params }],
  })
}
