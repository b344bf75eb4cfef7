import { describe, test } from '@jest/globals'

import { createWebPushChannel } from '../../../plugins/channels/web-push/webPushChannel.ts'
import type { WebPushTarget } from '../../../plugins/channels/web-push/webPushTarget.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Channel } from '../../../src/index.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  FAKE_VAPID,
  startWebPushFake,
  webPushReply,
} from '../../support/fakes/web-push/startWebPushFake.ts'

const { privateKey, subject } = FAKE_VAPID

/** Where the options lead; a channel is made before its receiver. */
let serviceUrl = ''
const channel: Channel<WebPushTarget> = {
  ...createWebPushChannel(),
  deliver: (input) => createWebPushChannel({ serviceUrl }).deliver(input),
}

channelContract({
  channel,
  describe,
  test,
  arrange: async (situation) => {
    // Success has no words, so nothing can fail inside.
    if (situation === 'failsInsideSuccess') return null
    const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
      busy: webPushReply(429),
      busyWithHint: webPushReply(429, '', { 'retry-after': '7' }),
      broken: webPushReply(502, '<html>Bad gateway'),
      hangs: null,
      answersGarbage: { status: 200, body: `<html>\u0000 ${privateKey}</html>` },
      answersHugely: webPushReply(201, 'x'.repeat(2_000_000)),
    }
    const fake = await startWebPushFake(() => answers[situation])
    serviceUrl = fake.url
    const browser = fake.subscribe()
    const { endpoint, keys } = browser
    // An address that this service does not know, and which it quotes.
    const own =
      situation === 'refuses' ? { ...keys, endpoint: `${endpoint}x` } : { ...keys, endpoint }
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ subject, recipient: '1', title: 'Заказ', text: 'Оплачен' }),
      secrets: { privateKey },
      devices: [{ id: '1', label: 'Chrome, Windows', kind: 'web-push', ...own }],
      confidential: [own.endpoint, new URL(own.endpoint).pathname.slice(10), own.auth, own.p256dh],
      receivedKeys: () => fake.shown.map(({ message }) => String(message['tag'])),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
