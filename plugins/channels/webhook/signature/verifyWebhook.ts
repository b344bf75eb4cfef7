import { timingSafeEqual } from 'node:crypto'

import { decodeSecret } from './decodeSecret.ts'
import { signWebhook } from './signWebhook.ts'

/** Header names in any case; Node's and Express's `req.headers` fit, and `Object.fromEntries(request.headers)`. */
export type WebhookHeaders = Record<string, string | string[] | undefined>

export type VerifyWebhookOptions = {
  /** The endpoint's secret; during a rotation the new and the old one. */
  secret: string | readonly string[]
  headers: WebhookHeaders
  /** The raw request body, before any JSON parsing. */
  body: string | Uint8Array
  /** How far sender and receiver clocks may differ, seconds. @default 300 */
  toleranceSeconds?: number
  /** Milliseconds since the epoch. @default the machine's clock */
  now?: number
}

/** Why a webhook must not be trusted. */
export type WebhookRefusal =
  | 'bad_secret'
  | 'missing_header'
  | 'duplicate_header'
  | 'malformed_header'
  | 'too_old'
  | 'too_new'
  | 'no_matching_signature'

export type WebhookVerification =
  | { isValid: true; id: string; timestampSeconds: number }
  | { isValid: false; reason: WebhookRefusal }

/** Checks a received webhook. Answers instead of throwing, so that a receiver cannot forget the catch. */
export function verifyWebhook(options: VerifyWebhookOptions): WebhookVerification {
  const { secret, headers, body, toleranceSeconds = 300, now = Date.now() } = options
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (secrets.length === 0 || secrets.some((each) => decodeSecret(each) === null))
    return refuse('bad_secret')

  const id = readHeader(headers, 'webhook-id')
  const timestamp = readHeader(headers, 'webhook-timestamp')
  const signature = readHeader(headers, 'webhook-signature')
  if (id === null || timestamp === null || signature === null) return refuse('duplicate_header')
  if (id === '' || timestamp === '' || signature === '') return refuse('missing_header')
  if (id.includes('.') || !/^\d{1,12}$/.test(timestamp)) return refuse('malformed_header')

  const timestampSeconds = Number(timestamp)
  const ageSeconds = Math.floor(now / 1000) - timestampSeconds
  if (ageSeconds > toleranceSeconds) return refuse('too_old')
  if (ageSeconds < -toleranceSeconds) return refuse('too_new')

  const expected = secrets.map((each) => signWebhook({ secret: each, id, timestampSeconds, body }))
  const isGenuine = signature
    .split(' ')
    .some((token) => expected.some((each) => isEqual(token, each)))
  return isGenuine ? { isValid: true, id, timestampSeconds } : refuse('no_matching_signature')
}

function refuse(reason: WebhookRefusal): WebhookVerification {
  return { isValid: false, reason }
}

/** The header's one value; empty when absent, null when it was sent more than once. */
function readHeader(headers: WebhookHeaders, wanted: string): string | null {
  const values = Object.entries(headers)
    .filter(([name]) => name.toLowerCase() === wanted)
    .flatMap(([, value]) => value ?? [])
  return values.length > 1 ? null : (values[0] ?? '')
}

/** Takes the same time wherever the first difference is. */
function isEqual(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)]
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes)
}
