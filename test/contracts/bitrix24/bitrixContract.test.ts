import { describe, test } from '@jest/globals'

import { createBitrixChannel } from '../../../plugins/channels/bitrix24/bitrixChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import {
  bitrixReply,
  FAKE_BITRIX_CODE,
  FAKE_BITRIX_URL,
  startBitrixFake,
} from '../../support/fakes/bitrix24/startBitrixFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

let apiUrl = ''
const channel = createBitrixChannel()

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: bitrixReply(401, 'NO_AUTH_FOUND', `Wrong authorization data ${FAKE_BITRIX_CODE}`),
  busy: bitrixReply(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'),
  busyWithHint: bitrixReply(503, 'QUERY_LIMIT_EXCEEDED', 'x', { 'retry-after': '7' }),
  broken: bitrixReply(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_BITRIX_CODE}</html>` },
  failsInsideSuccess: bitrixReply(200, '', 'Доступ запрещен.'),
}
/** Whole, with a tail that nobody needs. */
const huge = (result: unknown): LoopbackReply => ({
  status: 200,
  body: `${JSON.stringify({ result })}${' '.repeat(2_000_000)}`,
})

channelContract({
  // Where the portal is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => createBitrixChannel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startBitrixFake((_, method) => {
      if (situation !== 'answersHugely') return answers[situation]
      return huge(method === 'batch' ? { result: {}, result_error: [] } : 42)
    })
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ title: 'Заказ', name: 'Анна' }),
      secrets: { webhookUrl: FAKE_BITRIX_URL },
      confidential: [FAKE_BITRIX_CODE],
      countObjects: () => fake.objects.lead.size,
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
