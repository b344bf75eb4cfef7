import { describe, test } from '@jest/globals'

import { createUonTravelChannel } from '../../../plugins/channels/uon-travel/uonTravelChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  FAKE_UON_KEY,
  startUonFake,
  uonReply,
} from '../../support/fakes/uon-travel/startUonFake.ts'

let apiUrl = ''
const channel = createUonTravelChannel()

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: uonReply(403, { error: { message: `API key is wrong ${FAKE_UON_KEY}` } }),
  busy: uonReply(429, {}),
  busyWithHint: uonReply(429, {}, { 'retry-after': '7' }),
  broken: { status: 500, body: '500 Server error' },
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_UON_KEY}</html>` },
  failsInsideSuccess: uonReply(200, { result: 404 }),
  answersHugely: {
    status: 200,
    body: `${JSON.stringify({ result: 200, id: '5' })}${' '.repeat(2_000_000)}`,
  },
}

channelContract({
  // Where the service is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => createUonTravelChannel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startUonFake(() => answers[situation])
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ name: 'Анна', phone: '8 916 123-45-67' }),
      secrets: { apiKey: FAKE_UON_KEY },
      countObjects: () => fake.leads.length,
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
