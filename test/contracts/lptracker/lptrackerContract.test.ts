import { describe, test } from '@jest/globals'

import { createLptrackerChannel } from '../../../plugins/channels/lptracker/lptrackerChannel.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { lptrackerFailure } from '../../support/fakes/lptracker/lptrackerReply.ts'
import {
  FAKE_LPTRACKER,
  startLptrackerFake,
} from '../../support/fakes/lptracker/startLptrackerFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

let apiUrl = ''
const channel = createLptrackerChannel()
const { login, password, project } = FAKE_LPTRACKER

/** The fake itself answers where nothing is said. */
const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
  refuses: lptrackerFailure(401, `Wrong password ${password}`),
  busy: { status: 503, body: '' },
  busyWithHint: { status: 503, headers: { 'retry-after': '7' }, body: '' },
  broken: { status: 502, body: '<html>Bad gateway' },
  hangs: null,
  answersGarbage: { status: 200, body: `<html>\u0000 ${password}</html>` },
  failsInsideSuccess: lptrackerFailure(400, 'name is wrong'),
}
const huge: LoopbackReply = {
  status: 200,
  body: `${JSON.stringify({ status: 'success', result: { token: 'x', id: 1 } })}${' '.repeat(2_000_000)}`,
}

channelContract({
  // Where the service is gets known with the fake's port.
  channel: { ...channel, deliver: (input) => createLptrackerChannel({ apiUrl }).deliver(input) },
  describe,
  test,
  arrange: async (situation) => {
    const fake = await startLptrackerFake(({ path }) => {
      if (situation === 'answersHugely') return huge
      // A login that goes well, so that the failure is found inside the call.
      return situation === 'failsInsideSuccess' && path === '/login'
        ? undefined
        : answers[situation]
    })
    apiUrl = fake.url
    const isForbidden = situation === 'forbiddenTarget'
    const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
    return {
      target: channel.target.parse({
        ...{ login, project: String(project), title: 'Заказ' },
        ...{ name: 'Анна', phone: '8 916 123-45-67' },
      }),
      secrets: { password },
      confidential: ['fakeTokenOfLogin1'],
      countObjects: () => fake.leads.length,
      ...(guarded === null ? {} : { http: guarded }),
      close: async () => {
        await Promise.all([fake.close(), guarded?.close()])
      },
    }
  },
})
