import { createHmac } from 'node:crypto'

import { Webhook } from 'standardwebhooks'

import type { RestAnswer } from '../payload/restClient.ts'
import { countUp } from './countUp.ts'
import { type BillingWorld, billingSecrets } from './billingWorld.ts'

/** Payment providers as they really send. */
export type PaymentSenders = {
  /** Signed with the library of Standard Webhooks. */
  generic: (
    type: string,
    data: Record<string, unknown>,
    changes?: { headers?: Record<string, string>; body?: string; secret?: string; at?: string },
  ) => Promise<RestAnswer>
  /** A form, signed as CloudPayments does. */
  cloudpayments: (
    kind: string,
    fields: Record<string, string>,
    changes?: { secret?: string; header?: string; json?: boolean },
  ) => Promise<RestAnswer>
  /** Sends the notification; the API answers with `objects` by path, such as `/payments/x`. */
  yookassa: (
    event: string,
    object: Record<string, unknown>,
    changes?: { from?: string; objects?: Record<string, unknown> },
  ) => Promise<RestAnswer>
}

const base = '/subscription-payments/intake'
const next = countUp()

/** Senders of a world. */
export function paymentSenders(world: BillingWorld): PaymentSenders {
  return {
    generic: (type, data, { at, body, headers = {}, secret = billingSecrets.generic } = {}) => {
      const now = new Date(world.clock.now())
      const text = JSON.stringify({ type, timestamp: at ?? now.toISOString(), data })
      const id = `msg_${next()}`
      const signed = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, now, text),
      }
      return world.rest('POST', `${base}/generic`, body ?? text, {
        headers: { ...signed, ...headers },
      })
    },
    cloudpayments: (kind, fields, changes = {}) => {
      const { header = 'content-hmac', json = false } = changes
      const text = json ? JSON.stringify(fields) : new URLSearchParams(fields).toString()
      const mac = createHmac('sha256', changes.secret ?? billingSecrets.cloudpayments)
      const type = json ? 'application/json' : 'application/x-www-form-urlencoded'
      return world.rest('POST', `${base}/cloudpayments${kind === '' ? '' : `/${kind}`}`, text, {
        headers: { 'content-type': type, [header]: mac.update(text).digest('base64') },
      })
    },
    yookassa: (event, object, { from = '185.71.76.5', objects = {} } = {}) => {
      const known: Record<string, unknown> = {
        [`/${event.startsWith('refund') ? 'refunds' : 'payments'}/${object['id']}`]: object,
        ...objects,
      }
      world.yookassa.answerWith(({ path }) => {
        const found = known[path.replace(/^\/v3/, '')]
        return found ? { status: 200, body: JSON.stringify(found) } : 404
      })
      const body = { type: 'notification', event, object }
      return world.rest('POST', `${base}/yookassa`, body, { headers: { 'x-forwarded-for': from } })
    },
  }
}
