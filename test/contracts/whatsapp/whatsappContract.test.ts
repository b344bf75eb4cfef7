import { describe, test } from '@jest/globals'

import { createWhatsappChannel } from '../../../plugins/channels/whatsapp/whatsappChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  FAKE_PHONE_NUMBER_ID,
  FAKE_WHATSAPP_TOKEN,
  startWhatsappFake,
  whatsappReply,
} from '../../support/fakes/whatsapp/startWhatsappFake.ts'

let apiUrl = ''
const channel = createWhatsappChannel()

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: whatsappReply(401, 190, `Invalid token ${FAKE_WHATSAPP_TOKEN}`),
  busy: whatsappReply(400, 130_429, 'Rate limit hit'),
  busyWithHint: whatsappReply(429, 130_429, 'Rate limit hit', { 'retry-after': '7' }),
  broken: whatsappReply(500, 131_000, 'Something went wrong'),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_WHATSAPP_TOKEN}</html>` },
  failsInsideSuccess: whatsappReply(200, 131_026, 'Message undeliverable'),
  answersHugely: {
    status: 200,
    body: `{"messages":[{"id":"wamid.HUGE"}],"contacts":[],"x":"${'я'.repeat(2_000_000)}"}`,
  },
}

channelContract({
  // Where the Cloud API is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => createWhatsappChannel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startWhatsappFake(() => answers[situation])
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({
        phoneNumberId: FAKE_PHONE_NUMBER_ID,
        to: '+77011234567',
        text: 'Заказ оплачен',
      }),
      secrets: { accessToken: FAKE_WHATSAPP_TOKEN },
      receivedKeys: () => fake.posted.map((message) => String(message.biz_opaque_callback_data)),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
