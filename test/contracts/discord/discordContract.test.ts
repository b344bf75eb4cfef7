import { describe, test } from '@jest/globals'

import { createDiscordChannel } from '../../../plugins/channels/discord/discordChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import {
  discordReply,
  FAKE_DISCORD_PATH,
  startDiscordFake,
} from '../../support/fakes/discord/startDiscordFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

const limited = { message: 'You are being rate limited.', global: false }

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: discordReply(404, { message: `Unknown Webhook ${FAKE_DISCORD_PATH}`, code: 10015 }),
  busy: { status: 429, body: 'error code: 1015' },
  busyWithHint: discordReply(429, { ...limited, retry_after: 6.9999 }),
  broken: discordReply(500, { message: '500: Internal Server Error' }),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_DISCORD_PATH}</html>` },
  failsInsideSuccess: discordReply(200, { message: 'Unknown Webhook', code: 10015 }),
  answersHugely: { status: 200, body: `{"type":0,"content":"${'я'.repeat(2_000_000)}","id":"1"}` },
}

channelContract({
  channel: createDiscordChannel(),
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startDiscordFake(() => answers[situation])
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: createDiscordChannel().target.parse({ text: '**Заказ** оплачен', room: '#продажи' }),
      secrets: { webhookUrl: `${fake.url}${FAKE_DISCORD_PATH}` },
      confidential: ['fake-Token_of-the-hook-0123456789abcdef'],
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
