import { describe, test } from '@jest/globals'

import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import {
  type Answer,
  type Received,
  startWebhookReceiver,
} from '../../support/fakes/webhook/startWebhookReceiver.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const TOKEN = 'Bearer very-confidential-token'

/** Echoes the request's headers, as careless receivers do. */
const ANSWERS: Record<
  Exclude<ChannelSituation, 'forbiddenTarget' | 'failsInsideSuccess'>,
  (received: Received) => Answer
> = {
  accepts: ({ headers, path }) => ({
    status: 200,
    headers: { 'x-echo': path },
    body: JSON.stringify(headers),
  }),
  refuses: () => ({ status: 400, body: 'no' }),
  busy: () => ({ status: 429 }),
  busyWithHint: () => ({ status: 503, headers: { 'retry-after': '7' } }),
  broken: () => ({ status: 500, body: '<h1>oops</h1>' }),
  hangs: () => null,
  answersGarbage: () => '\u0000\u0001 this is not HTTP\r\n\r\n',
  answersHugely: () => ({ status: 200, body: 'я'.repeat(2_000_000) }),
}

channelContract({
  channel: webhookChannel,
  describe,
  test,
  arrange: async (situation) => {
    // A status of success is success: the form has no place for an error inside it.
    if (situation === 'failsInsideSuccess') return null
    const isForbidden = situation === 'forbiddenTarget'
    const receiver = await startWebhookReceiver(isForbidden ? ANSWERS.accepts : ANSWERS[situation])
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: {
        url: `${receiver.url}?token=query-secret-1234`,
        headers: { authorization: TOKEN, 'x-shop': 'main' },
        isClientErrorFinal: true,
        timeoutSeconds: 15,
      },
      secrets: { secret: SECRET },
      confidential: [TOKEN, 'very-confidential-token', 'query-secret-1234'],
      receivedKeys: () => receiver.received.map(({ headers }) => String(headers['webhook-id'])),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([receiver.close(), guarded?.close()])
      },
    }
  },
})
