import { createHmac } from 'node:crypto'

import { decodeSecret } from './decodeSecret.ts'

export type SignWebhookOptions = {
  /** `whsec_` + base64. */
  secret: string
  /** The `webhook-id` header; must not contain a dot. */
  id: string
  /** The `webhook-timestamp` header: whole seconds since the epoch, of this attempt. */
  timestampSeconds: number
  /** Exactly the bytes that are sent. */
  body: string | Uint8Array
}

/**
 * One token of the `webhook-signature` header, `v1,<base64>`, as Standard Webhooks defines it:
 * HMAC-SHA256 over `id.timestamp.body`. Throws a RangeError for a malformed secret, id or timestamp.
 */
export function signWebhook({ secret, id, timestampSeconds, body }: SignWebhookOptions): string {
  const key = decodeSecret(secret)
  if (key === null) throw new RangeError('the webhook secret must be whsec_ followed by base64')
  if (id === '' || id.includes('.'))
    throw new RangeError('a webhook id must not be empty or contain a dot')
  if (!Number.isSafeInteger(timestampSeconds) || timestampSeconds < 0) {
    throw new RangeError('a webhook timestamp must be whole seconds since the epoch')
  }
  const hmac = createHmac('sha256', key).update(`${id}.${timestampSeconds}.`).update(body)
  return `v1,${hmac.digest('base64')}`
}
