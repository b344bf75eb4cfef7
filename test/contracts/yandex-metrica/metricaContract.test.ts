import { describe, test } from '@jest/globals'

import type { MetricaTarget } from '../../../plugins/channels/yandex-metrica/metricaTarget.ts'
import { createYandexMetricaChannel } from '../../../plugins/channels/yandex-metrica/yandexMetricaChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Channel } from '../../../src/index.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { eventWith } from '../../support/fakes/tryChannel.ts'
import {
  FAKE_METRICA,
  metricaRefusal,
  metricaReply,
  startMetricaFake,
} from '../../support/fakes/yandex-metrica/startMetricaFake.ts'

const { counterId, token } = FAKE_METRICA

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: metricaRefusal(403, token),
  busy: metricaRefusal(429, 'quota_requests'),
  busyWithHint: metricaRefusal(429, 'quota_requests', { 'retry-after': '7' }),
  broken: metricaRefusal(503, 'backend_error'),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${token}</html>` },
  failsInsideSuccess: metricaReply(200, { uploading: { id: 1, status: 'LINKAGE_FAILURE' } }),
}

/** Where the options lead; a channel is made before its receiver. */
let origin = ''
const channel: Channel<MetricaTarget> = {
  ...createYandexMetricaChannel(),
  deliver: (input) => createYandexMetricaChannel({ apiUrl: origin }).deliver(input),
}

channelContract({
  channel,
  describe,
  test,
  arrange: async (situation) => {
    // An answer that is cut says nothing any more, and Metrica's are short.
    if (situation === 'answersHugely') return null
    const fake = await startMetricaFake(() => answers[situation])
    origin = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ counterId }),
      secrets: { token },
      event: eventWith({ customer: 318 }),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
