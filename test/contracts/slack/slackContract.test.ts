import { describe, test } from '@jest/globals'

import { createSlackChannel } from '../../../plugins/channels/slack/slackChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import {
  FAKE_SLACK_PATH,
  slackReply,
  startSlackFake,
} from '../../support/fakes/slack/startSlackFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: slackReply(404, 'no_service', { 'x-echo': FAKE_SLACK_PATH }),
  busy: slackReply(429, 'rate_limited'),
  busyWithHint: slackReply(429, 'rate_limited', { 'retry-after': '7' }),
  broken: slackReply(500, 'rollup_error'),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_SLACK_PATH}</html>` },
  failsInsideSuccess: slackReply(200, 'invalid_payload'),
  answersHugely: slackReply(200, `ok${'\n'.repeat(2_000_000)}`),
}

channelContract({
  channel: createSlackChannel(),
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startSlackFake(() => answers[situation])
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: createSlackChannel().target.parse({ text: '*Заказ* оплачен', room: '#продажи' }),
      secrets: { webhookUrl: `${fake.url}${FAKE_SLACK_PATH}` },
      confidential: [FAKE_SLACK_PATH, 'XfakeSecretOfTheHook0001'],
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
