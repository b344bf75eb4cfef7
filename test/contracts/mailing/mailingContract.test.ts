import { describe, test } from '@jest/globals'

import { createMailingChannel } from '../../../plugins/channels/mailing/mailingChannel.ts'
import {
  type MailingProviderName,
  mailingProviderNames,
} from '../../../plugins/channels/mailing/mailingTarget.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { mailingFakeAccounts, mailingReply } from '../../support/fakes/mailing/listedContact.ts'
import { startMailingFake } from '../../support/fakes/mailing/startMailingFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

const accepted: Record<MailingProviderName, [status: number, body: unknown]> = {
  unisender: [200, { result: { person_id: 1 } }],
  sendpulse: [200, { result: true }],
  getresponse: [202, {}],
}
const refused: Record<MailingProviderName, (detail: string) => LoopbackReply> = {
  unisender: (error) => mailingReply(200, { error, code: 'invalid_api_key' }),
  sendpulse: (message) => mailingReply(401, { error: 'invalid_client', message }),
  getresponse: (message) => mailingReply(401, { httpStatus: 401, code: 1014, message }),
}
/** GetResponse says what it means with a status. */
const inside: Record<MailingProviderName, LoopbackReply | undefined> = {
  unisender: mailingReply(200, { error: 'x', code: 'unspecified' }),
  sendpulse: mailingReply(200, { error_code: 8, message: 'No data' }),
  getresponse: undefined,
}

describe.each(mailingProviderNames)('EV-30: a list of %s', (service) => {
  let apiUrl = ''
  const channel = createMailingChannel()
  const { account, apiKey, list } = mailingFakeAccounts[service]
  const [status, body] = accepted[service]
  const answers: Partial<Record<ChannelSituation, LoopbackReply>> = {
    refuses: refused[service](`wrong key ${apiKey}`),
    busy: mailingReply(429, {}),
    busyWithHint: mailingReply(429, {}, { 'retry-after': '7' }),
    broken: { status: 502, body: '<html>Bad gateway' },
    hangs: null,
    answersGarbage: { status: 200, body: `<html>\u0000 ${apiKey}</html>` },
    answersHugely: { status, body: `${JSON.stringify(body)}${' '.repeat(2_000_000)}` },
    ...(inside[service] === undefined ? {} : { failsInsideSuccess: inside[service] }),
  }
  channelContract({
    // Where the service is gets known with the fake's port.
    channel: {
      ...channel,
      deliver: (input) => createMailingChannel({ apiUrls: { [service]: apiUrl } }).deliver(input),
    },
    describe,
    test,
    arrange: async (situation) => {
      if (situation === 'failsInsideSuccess' && inside[service] === undefined) return null
      const fake = await startMailingFake(service, ({ path }) =>
        situation === 'answersHugely' && path === '/oauth/access_token'
          ? undefined
          : answers[situation],
      )
      apiUrl = fake.url
      const isForbidden = situation === 'forbiddenTarget'
      const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
      const email = 'anna@example.com'
      return {
        target: channel.target.parse({ provider: service, account, list, email }),
        secrets: { apiKey },
        countObjects: () => fake.listed.length,
        ...(guarded === null ? {} : { http: guarded }),
        close: async () => {
          await Promise.all([fake.close(), guarded?.close()])
        },
      }
    },
  })
})
