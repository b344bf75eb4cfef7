import type { whatsappReasons } from './whatsappReasons.ts'

/** What a code of Meta's means for a message. */
export type WhatsappRefusal = {
  key: keyof typeof whatsappReasons
  /** It may heal by itself. */
  isTemporary?: true
  /** The least to wait before another try, milliseconds. */
  waitMs?: number
  /** This person is not to be written to again, and why. */
  suppress?: 'invalid' | 'blocked'
}

const HOUR_MS = 60 * 60 * 1000

const byCode: Readonly<Record<number, WhatsappRefusal>> = {
  0: { key: 'token' },
  190: { key: 'token' },
  3: { key: 'forbidden' },
  10: { key: 'forbidden' },
  1: { key: 'broken', isTemporary: true },
  2: { key: 'broken', isTemporary: true },
  131000: { key: 'broken', isTemporary: true },
  131016: { key: 'broken', isTemporary: true },
  131057: { key: 'broken', isTemporary: true },
  133004: { key: 'broken', isTemporary: true },
  4: { key: 'busy', isTemporary: true },
  80007: { key: 'busy', isTemporary: true },
  130429: { key: 'busy', isTemporary: true },
  131048: { key: 'spam', isTemporary: true, waitMs: HOUR_MS },
  131056: { key: 'pair_busy', isTemporary: true, waitMs: 6_000 },
  131026: { key: 'undeliverable', suppress: 'invalid' },
  131047: { key: 'window_closed' },
  131049: { key: 'held_back' },
  131050: { key: 'opted_out', suppress: 'blocked' },
  130472: { key: 'experiment' },
  132000: { key: 'template' },
  132001: { key: 'template' },
  132005: { key: 'template' },
  132007: { key: 'template' },
  132012: { key: 'template' },
  132015: { key: 'template' },
  132016: { key: 'template' },
  368: { key: 'account' },
  130497: { key: 'account' },
  131031: { key: 'account' },
  131037: { key: 'account' },
  131042: { key: 'account' },
}

/** By the code alone: Meta says so, and the statuses of some codes have changed over the years. */
export function whatsappRefusal(code: number): WhatsappRefusal {
  if (code >= 200 && code <= 299) return { key: 'forbidden' }
  return byCode[code] ?? { key: 'refused' }
}
