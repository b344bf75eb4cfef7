import {
  type Attempt,
  createReasons,
  type DeliverInput,
  exchangeOf,
  type HttpRequest,
  isEgressError,
} from '../../../src/index.ts'
import { webhookFailure, webhookOutcome } from './webhookOutcome.ts'
import { webhookReasons } from './webhookReasons.ts'
import { webhookRequest } from './webhookRequest.ts'
import type { WebhookTarget } from './webhookTarget.ts'

/** A signature proves, and opens nothing: a reader may compare it. */
const kept = { shownHeaders: ['webhook-signature'] }

/** One try: sign, post, judge the answer. */
export async function deliverWebhook(input: DeliverInput<WebhookTarget>): Promise<Attempt> {
  const request = prepare(input)
  if (request === null) {
    return {
      outcome: 'rejected',
      code: 'FLOW_WEBHOOK_SECRET_INVALID',
      ...createReasons(webhookReasons)('bad_secret'),
      exchange: { request: { method: 'POST' }, response: null },
    }
  }
  try {
    const response = await input.http.send(request)
    const exchange = exchangeOf(request, response, kept)
    return webhookOutcome({
      response,
      exchange,
      isClientErrorFinal: input.target.isClientErrorFinal,
      now: input.now(),
    })
  } catch (error) {
    if (isEgressError(error)) return webhookFailure(error, exchangeOf(request, null, kept))
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
