import { describe, test } from '@jest/globals'

import { createVkChannel } from '../../../plugins/channels/vk/vkChannel.ts'
import type { VkTarget } from '../../../plugins/channels/vk/vkTarget.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Channel } from '../../../src/index.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import { eventWith } from '../../support/fakes/tryChannel.ts'
import { FAKE_VK_PIXEL, startVkFake } from '../../support/fakes/vk/startVkFake.ts'

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: { status: 403, body: '' },
  busy: { status: 429, body: '' },
  busyWithHint: { status: 429, headers: { 'retry-after': '7' }, body: '' },
  broken: { status: 503, body: '' },
  hangs: null,
  answersGarbage: { status: 200, body: '<html>\u0000</html>' },
  answersHugely: { status: 200, body: `GIF89a${'x'.repeat(2_000_000)}` },
}

/** Where the options lead; a channel is made before its receiver. */
let origin = ''
const channel: Channel<VkTarget> = {
  ...createVkChannel(),
  deliver: (input) => createVkChannel({ apiUrl: origin }).deliver(input),
}

channelContract({
  channel,
  describe,
  test,
  arrange: async (situation) => {
    // A counter's picture says nothing.
    if (situation === 'failsInsideSuccess') return null
    const fake = await startVkFake(() => answers[situation])
    origin = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ pixelId: FAKE_VK_PIXEL }),
      secrets: {},
      event: eventWith({ customer: 318 }),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
