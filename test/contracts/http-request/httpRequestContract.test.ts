import { describe, test } from '@jest/globals'

import { httpRequestChannel } from '../../../plugins/channels/http-request/httpRequestChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import {
  fakeHttpSecrets,
  httpReply,
  startHttpRequestFake,
} from '../../support/fakes/http-request/startHttpRequestFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

const { token } = fakeHttpSecrets

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: httpReply(422, { ok: false, echo: token }),
  busy: httpReply(429, { ok: false }),
  busyWithHint: httpReply(429, { ok: false }, { 'retry-after': '7' }),
  broken: httpReply(503, { ok: false }),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${token}</html>` },
  failsInsideSuccess: httpReply(200, { ok: false, error: token }),
  answersHugely: { status: 200, body: `{"ok":true}${'\n'.repeat(2_000_000)}` },
}

channelContract({
  channel: httpRequestChannel,
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startHttpRequestFake(() => answers[situation])
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: httpRequestChannel.target.parse({
        url: `${fake.url}/bearer/orders`,
        bodyKind: 'json',
        mapping: [
          { to: 'number', from: { path: 'data.current.id' } },
          { to: 'total', from: { path: 'data.current.total.$locale.amount' } },
          { to: 'contact.name', from: { path: 'data.current.customerName' } },
        ],
        auth: 'bearer',
        answerPath: 'ok',
        answerEquals: 'true',
      }),
      secrets: { token },
      receivedKeys: () => fake.requests.map(({ headers }) => String(headers['idempotency-key'])),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
