import { describe, test } from '@jest/globals'

import { createAmocrmChannel } from '../../../plugins/channels/amocrm/amocrmChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { amocrmReply } from '../../support/fakes/amocrm/amocrmReply.ts'
import { FAKE_AMOCRM_TOKEN } from '../../support/fakes/amocrm/amocrmTokens.ts'
import { startAmocrmFake } from '../../support/fakes/amocrm/startAmocrmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

let apiUrl = ''
const channel = createAmocrmChannel()

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: amocrmReply.problem(401, 'Unauthorized', `Wrong token ${FAKE_AMOCRM_TOKEN}`),
  busy: amocrmReply.tooMany(),
  busyWithHint: amocrmReply.tooMany({ 'retry-after': '7' }),
  broken: amocrmReply.problem(500, 'Internal Server Error', 'x'),
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${FAKE_AMOCRM_TOKEN}</html>` },
  failsInsideSuccess: amocrmReply.invalid('0.name', 'NotBlank', 'Must not be blank', '0', 200),
  /** Whole, with a tail that nobody needs. */
  answersHugely: {
    status: 200,
    body: `[{"id":1,"contact_id":2,"company_id":null,"request_id":["x"],"merged":false}]${' '.repeat(2_000_000)}`,
  },
}

channelContract({
  // Where the account is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => createAmocrmChannel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startAmocrmFake(() => answers[situation])
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({
        ...{ domain: 'example.amocrm.ru', title: 'Заказ', name: 'Анна' },
      }),
      secrets: { accessToken: FAKE_AMOCRM_TOKEN },
      receivedKeys: () =>
        fake.requests.map(({ json }) => String((json as [{ request_id: string }])[0].request_id)),
      countObjects: () => fake.leads.size,
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
