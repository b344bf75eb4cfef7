import type { PaymentIntakeOptions } from '../collections/billing/intake/paymentIntakeOptions.ts'
import { FlowError } from '../src/kernel/flowError.ts'

type Env = Readonly<Record<string, string | undefined>>

const MIN_SECRET_BYTES = 24

/**
 * Whose payment notifications are believed: `FLOWMASTERS_PAYMENT_SECRET` (signed ones; several separated by commas),
 * `YOOKASSA_SHOP_ID` with `YOOKASSA_SECRET_KEY`, `CLOUDPAYMENTS_API_SECRET`.
 * @throws FlowError FLOW_CONFIG_PAYMENT_SECRET_INVALID, FLOW_CONFIG_YOOKASSA_INCOMPLETE
 */
export function paymentIntakeFrom(env: Env): PaymentIntakeOptions {
  const secrets = secretsFrom(env['FLOWMASTERS_PAYMENT_SECRET'] ?? '')
  const [shopId, secretKey] = [env['YOOKASSA_SHOP_ID'], env['YOOKASSA_SECRET_KEY']]
  const apiUrl = env['YOOKASSA_API_URL']
  const apiSecret = env['CLOUDPAYMENTS_API_SECRET']
  if (Boolean(shopId) !== Boolean(secretKey)) {
    throw new FlowError({
      code: 'FLOW_CONFIG_YOOKASSA_INCOMPLETE',
      message: 'Only one of YOOKASSA_SHOP_ID and YOOKASSA_SECRET_KEY is set.',
      hint: 'Notifications of YooKassa are confirmed by its API, which needs both.',
    })
  }
  return {
    ...(secrets.length > 0 ? { generic: { secrets } } : {}),
    ...(shopId && secretKey
      ? {
          yookassa: { shopId, secretKey, ...(apiUrl ? { apiUrl: apiUrl.replace(/\/$/, '') } : {}) },
        }
      : {}),
    ...(apiSecret ? { cloudpayments: { apiSecret } } : {}),
  }
}

function secretsFrom(text: string): string[] {
  const secrets = text
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '')
  if (secrets.every((secret) => bytesOf(secret) >= MIN_SECRET_BYTES)) return secrets
  throw new FlowError({
    code: 'FLOW_CONFIG_PAYMENT_SECRET_INVALID',
    message: `FLOWMASTERS_PAYMENT_SECRET is shorter than ${MIN_SECRET_BYTES} bytes.`,
    hint: 'Make one with "openssl rand -base64 32", with or without whsec_ before it.',
  })
}

function bytesOf(secret: string): number {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice(6), 'base64').length
    : Buffer.byteLength(secret)
}
