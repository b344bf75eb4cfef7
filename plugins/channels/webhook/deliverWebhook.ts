import {
  type Attempt,
  type DeliverInput,
  type HttpRequest,
  isEgressError,
} from '../../../src/index.ts'
import { webhookExchange } from './webhookExchange.ts'
import { webhookFailure, webhookOutcome } from './webhookOutcome.ts'
import { webhookRequest } from './webhookRequest.ts'
import type { WebhookTarget } from './webhookTarget.ts'

/** One try: sign, post, judge the answer. */
export async function deliverWebhook(input: DeliverInput<WebhookTarget>): Promise<Attempt> {
  const request = prepare(input)
  if (request === null) {
    return {
      outcome: 'rejected',
      code: 'FLOW_WEBHOOK_SECRET_INVALID',
      reason: 'the signing secret is missing or malformed; set a new one in the subscription',
      exchange: { request: { method: 'POST' }, response: null },
    }
  }
  try {
    const response = await input.http.send(request)
    const exchange = webhookExchange(request, response)
    return webhookOutcome({
      response,
      exchange,
      isClientErrorFinal: input.target.isClientErrorFinal,
      now: input.now(),
    })
  } catch (error) {
    if (isEgressError(error)) return webhookFailure(error, webhookExchange(request, null))
    throw error
  }
}

/** Null when a secret cannot sign; an unsigned webhook is never sent. */
function prepare(input: DeliverInput<WebhookTarget>): HttpRequest | null {
  try {
    return webhookRequest(input)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
