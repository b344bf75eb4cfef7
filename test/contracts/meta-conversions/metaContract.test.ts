import { describe, test } from '@jest/globals'

import { createMetaConversionsChannel } from '../../../plugins/channels/meta-conversions/metaConversionsChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { Channel } from '../../../src/index.ts'
import type { MetaTarget } from '../../../plugins/channels/meta-conversions/metaTarget.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { eventWith } from '../../support/fakes/tryChannel.ts'
import {
  FAKE_META_DATASET,
  FAKE_META_TOKEN,
  metaError,
  reply,
  startMetaFake,
} from '../../support/fakes/meta-conversions/startMetaFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

const busy = { code: 613, message: 'Calls to this api have exceeded the rate limit.' }

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: metaError(400, { code: 190, message: `Malformed access token ${FAKE_META_TOKEN}` }),
  busy: metaError(400, busy),
  busyWithHint: metaError(400, busy, { 'retry-after': '7' }),
  broken: metaError(500, {
    code: 2,
    message: 'Service temporarily unavailable',
    is_transient: true,
  }),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_META_TOKEN}</html>` },
  failsInsideSuccess: reply(200, { events_received: 0, messages: [], fbtrace_id: 'A' }),
}

/** Where the options lead; a channel is made before its receiver. */
let origin = ''
const channel: Channel<MetaTarget> = {
  ...createMetaConversionsChannel(),
  deliver: (input) => createMetaConversionsChannel({ apiUrl: origin }).deliver(input),
}

channelContract({
  channel,
  describe,
  test,
  arrange: async (situation) => {
    // An answer that is cut says nothing any more, and Meta's are short.
    if (situation === 'answersHugely') return null
    const fake = await startMetaFake(() => answers[situation])
    origin = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    const event = eventWith({ customerEmail: 'anna@example.com' })
    return {
      target: channel.target.parse({ datasetId: FAKE_META_DATASET }),
      secrets: { accessToken: FAKE_META_TOKEN },
      event,
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
