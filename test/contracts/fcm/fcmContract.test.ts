import { describe, test } from '@jest/globals'

import { createFcmChannel } from '../../../plugins/channels/fcm/fcmChannel.ts'
import type { FcmTarget } from '../../../plugins/channels/fcm/fcmTarget.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import type { Channel } from '../../../src/index.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { fakeServiceAccount } from '../../support/fakes/fcm/fakeServiceAccount.ts'
import { FAKE_APP_TOKEN, fcmError, startFcmFake } from '../../support/fakes/fcm/startFcmFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

const serviceAccount = fakeServiceAccount.json
const token = `${FAKE_APP_TOKEN}-contract-0123456789`
const name = 'projects/fake-project/messages/0:1'

/** The contract's clock. */
const now = (): number => Date.parse('2026-11-21T10:00:00.000Z')

/** Where the options lead; a channel is made before its receiver. */
let deliver: Channel<FcmTarget>['deliver'] | undefined
const channel: Channel<FcmTarget> = {
  ...createFcmChannel(),
  deliver: (input) => (deliver ?? createFcmChannel().deliver)(input),
}

const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: fcmError(403, 'PERMISSION_DENIED', `no right for ${token}`),
  busy: fcmError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded', { own: 'QUOTA_EXCEEDED' }),
  busyWithHint: fcmError(503, 'UNAVAILABLE', 'overloaded', {
    own: 'UNAVAILABLE',
    headers: { 'retry-after': '7' },
  }),
  broken: { status: 502, body: '<html>Bad gateway' },
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${token}</html>` },
  failsInsideSuccess: {
    status: 200,
    body: JSON.stringify({ error: { code: 500, message: 'x', status: 'INTERNAL' } }),
  },
  answersHugely: { status: 200, body: `${JSON.stringify({ name })}${' '.repeat(2_000_000)}` },
}

channelContract({
  channel,
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startFcmFake({
      now,
      script: ({ path }) =>
        path === '/token' && situation !== 'hangs' ? undefined : answers[situation],
    })
    deliver = createFcmChannel({ apiUrl: fake.url, tokenUrl: fake.tokenUrl }).deliver
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({ recipient: '1', title: 'Заказ', text: 'Оплачен' }),
      secrets: { serviceAccount },
      devices: [{ id: '1', label: 'Pixel', kind: 'fcm', token }],
      confidential: [token, fakeServiceAccount.privateKey, 'ya29.fake-access-token'],
      receivedKeys: () => fake.sent.map(({ android }) => String(android?.notification?.tag)),
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
