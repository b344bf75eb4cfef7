import { type DeliverInput, type HttpRequest, userAgent } from '../../../src/index.ts'
import { decodeSecret } from './signature/decodeSecret.ts'
import { signWebhook } from './signature/signWebhook.ts'
import type { WebhookTarget } from './webhookTarget.ts'

/** Answers are kept for the log only: 16 KiB tell enough. */
const MAX_RESPONSE_BYTES = 16_384

/** The signed POST of one attempt. Throws a RangeError when the secret cannot sign. */
export function webhookRequest(input: DeliverInput<WebhookTarget>): HttpRequest {
  const { target, body, idempotencyKey } = input
  const timestampSeconds = Math.floor(input.now() / 1000)
  const retired = (input.retiredSecrets['secret'] ?? []).filter(
    (secret) => decodeSecret(secret) !== null,
  )
  const secrets = [input.secrets['secret'] ?? '', ...retired]
  const signatures = secrets.map((secret) =>
    signWebhook({ secret, id: idempotencyKey, timestampSeconds, body }),
  )
  return {
    url: target.url,
    method: 'POST',
    headers: {
      ...target.headers,
      'content-type': 'application/json; charset=utf-8',
      'user-agent': userAgent,
      'webhook-id': idempotencyKey,
      'webhook-timestamp': String(timestampSeconds),
      'webhook-signature': signatures.join(' '),
    },
    body,
    signal: input.signal,
    timeoutMs: target.timeoutSeconds * 1000,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  }
}
