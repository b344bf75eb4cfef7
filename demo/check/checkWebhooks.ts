import { Webhook } from 'standardwebhooks'

import type { ReceivedRequest } from '../receivers/receiver.ts'
import type { Check } from './check.ts'
import type { Evidence } from './evidence.ts'

/** The log of webhooks against what really came in. */
export function checkWebhooks(evidence: Evidence): Check[] {
  const { log, requests } = evidence
  const webhooks = log.deliveries.filter(({ channel }) => channel === 'webhook')
  const known = new Set(webhooks.map(({ id }) => id))
  const delivered = webhooks.filter(({ status }) => status === 'delivered')
  const arrived = new Set(requests.filter(isAccepted).map(idOf))
  const answered = log.attempts.filter(
    ({ code, delivery }) => known.has(delivery) && code.startsWith('http_'),
  )
  return [
    {
      what: 'delivered webhooks that really arrived',
      expected: delivered.length,
      found: delivered.filter(({ id }) => arrived.has(id)).length,
    },
    {
      what: 'webhooks that arrived and are in the log as delivered',
      expected: arrived.size,
      found: delivered.length,
    },
    {
      what: 'requests at the receivers = attempts that got an answer',
      expected: answered.length,
      found: requests.length,
    },
    {
      what: 'requests that belong to no delivery',
      expected: 0,
      found: requests.filter((request) => !known.has(idOf(request))).length,
    },
    {
      what: 'signatures that the official verifier accepts',
      expected: requests.length,
      found: requests.filter((request) => isVerified(request, evidence)).length,
    },
    {
      what: 'bodies equal to the logged event, byte for byte',
      expected: requests.length,
      found: requests.filter((request) => isLoggedText(request, evidence)).length,
    },
  ]
}

const idOf = ({ headers }: ReceivedRequest): string => headers['webhook-id'] ?? ''
const isAccepted = ({ status }: ReceivedRequest): boolean => status >= 200 && status < 300

function isVerified(request: ReceivedRequest, { entries, log }: Evidence): boolean {
  const delivery = log.deliveries.find(({ id }) => id === idOf(request))
  const secret = entries.find(({ channelEntry }) => channelEntry === delivery?.channelEntry)?.secret
  if (!secret) return false
  try {
    new Webhook(secret).verify(request.body, request.headers)
    return true
  } catch {
    return false
  }
}

function isLoggedText(request: ReceivedRequest, { log }: Evidence): boolean {
  const delivery = log.deliveries.find(({ id }) => id === idOf(request))
  return log.events.some(({ id, body }) => id === delivery?.event && body === request.body)
}
