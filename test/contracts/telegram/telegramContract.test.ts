import { describe, test } from '@jest/globals'

import { createTelegramChannel } from '../../../plugins/channels/telegram/telegramChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'
import {
  FAKE_BOT_TOKEN,
  startTelegramFake,
  telegramReply,
} from '../../support/fakes/telegram/startTelegramFake.ts'

let apiUrl = ''
const channel = createTelegramChannel({ botToken: '' })

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: telegramReply(400, `Bad Request: chat not found (bot${FAKE_BOT_TOKEN})`),
  busy: { status: 429, body: '{"ok":false,"error_code":429,"description":"Too Many Requests"}' },
  busyWithHint: telegramReply(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
  broken: telegramReply(500, 'Internal Server Error: restart'),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_BOT_TOKEN}</html>` },
  failsInsideSuccess: {
    status: 200,
    body: '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}',
  },
  answersHugely: {
    status: 200,
    body: `{"ok":true,"result":{"message_id":1,"text":"${'я'.repeat(2_000_000)}"}}`,
  },
}

channelContract({
  // Where the Bot API is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => createTelegramChannel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startTelegramFake(() => answers[situation])
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({
        ...{ chatId: '-1001234567890', text: '<b>Заказ</b> оплачен', format: 'html' },
        ...{ buttonText: 'Открыть', buttonUrl: 'https://shop.example.com/orders/42' },
      }),
      receivedButtons: () =>
        fake.posted.flatMap(({ reply_markup: markup }) =>
          (markup?.inline_keyboard ?? []).flat().map(({ url }) => url),
        ),
      secrets: { botToken: FAKE_BOT_TOKEN },
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
