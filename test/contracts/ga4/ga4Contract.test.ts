import { describe, test } from '@jest/globals'

import { createGa4Channel } from '../../../plugins/channels/ga4/ga4Channel.ts'
import type { Ga4Target } from '../../../plugins/channels/ga4/ga4Target.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Channel } from '../../../src/index.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { FAKE_GA4, startGa4Fake } from '../../support/fakes/ga4/startGa4Fake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

const { apiSecret, measurementId } = FAKE_GA4
/** Success has no words, so it can neither fail inside nor be long. */
const impossible: readonly ChannelSituation[] = ['failsInsideSuccess', 'answersHugely']

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: { status: 413, body: `too large ${apiSecret}` },
  busy: { status: 429, body: '' },
  busyWithHint: { status: 429, headers: { 'retry-after': '7' }, body: '' },
  broken: { status: 503, body: '' },
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${apiSecret}</html>` },
}

/** Where the options lead; a channel is made before its receiver. */
let origin = ''
const channel: Channel<Ga4Target> = {
  ...createGa4Channel(),
  deliver: (input) => createGa4Channel({ apiUrl: origin }).deliver(input),
}

channelContract({
  channel,
  describe,
  test,
  arrange: async (situation) => {
    if (impossible.includes(situation)) return null
    const fake = await startGa4Fake(() => answers[situation])
    origin = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ measurementId }),
      secrets: { apiSecret },
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
