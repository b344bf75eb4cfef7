import { describe, test } from '@jest/globals'

import { createSmsChannel } from '../../../plugins/channels/sms/smsChannel.ts'
import { type SmsProviderName, smsProviderNames } from '../../../plugins/channels/sms/smsTarget.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ChannelSituation } from '../../../src/testing/channelSituation.ts'
import { jsonReply } from '../../support/fakes/sms/formReader.ts'
import { smsFakeAccounts, smsFakeNumbers } from '../../support/fakes/sms/smsFakeAccounts.ts'
import { startSmsFake } from '../../support/fakes/sms/startSmsFake.ts'
import type { LoopbackReply } from '../../support/fakes/startLoopback.ts'

type Answers = Partial<Record<ChannelSituation, LoopbackReply>>

const accepted: Record<SmsProviderName, [status: number, body: unknown]> = {
  smsru: [
    200,
    { status: 'OK', status_code: 100, sms: { '7': { status_code: 100, sms_id: '000-1' } } },
  ],
  smsc: [200, { id: 1, cnt: 1 }],
  mobizon: [200, { code: 0, data: { messageId: '1' }, message: '' }],
  twilio: [201, { sid: `SM${'0'.repeat(32)}`, status: 'queued' }],
}
const refusals: Record<SmsProviderName, (detail: string) => [status: number, body: unknown]> = {
  smsru: (detail) => [200, { status: 'ERROR', status_code: 200, status_text: detail }],
  smsc: (detail) => [200, { error: detail, error_code: 2 }],
  mobizon: (detail) => [200, { code: 8, data: null, message: detail }],
  twilio: (detail) => [401, { code: 20_003, message: detail, status: 401 }],
}
/** What the service itself says when it is busy; Twilio alone says it with a status. */
const busy: Record<SmsProviderName, [status: number, body: unknown]> = {
  smsru: [200, { status: 'ERROR', status_code: 220, status_text: 'Сервис недоступен' }],
  smsc: [200, { error: 'duplicate request, wait a minute', error_code: 9 }],
  mobizon: [429, ''],
  twilio: [429, { code: 20_429, message: 'Too Many Requests', status: 429 }],
}

/** The fake itself answers where nothing is said. */
function answersOf(service: SmsProviderName): Answers {
  const [status, body] = accepted[service]
  const { apiKey } = smsFakeAccounts[service]
  const [, failure] = refusals[service]('no')
  return {
    refuses: jsonReply(...refusals[service](`wrong key ${apiKey}`)),
    busy: jsonReply(...busy[service]),
    busyWithHint: { status: 429, headers: { 'retry-after': '7' }, body: '' },
    broken: { status: 502, body: '<html>Bad gateway' },
    hangs: null,
    answersGarbage: { status: 200, body: `<html>\u0000 ${apiKey}</html>` },
    failsInsideSuccess: jsonReply(status, failure),
    answersHugely: { status, body: `${JSON.stringify(body)}${' '.repeat(2_000_000)}` },
  }
}

describe.each(smsProviderNames)('EV-30: SMS through %s', (service) => {
  let apiUrl = ''
  const channel = createSmsChannel()
  const answers = answersOf(service)
  channelContract({
    // Where the service is gets known with the fake's port.
    channel: {
      ...channel,
      deliver: (input) => createSmsChannel({ apiUrls: { [service]: apiUrl } }).deliver(input),
    },
    describe,
    test,
    arrange: async (situation) => {
      const fake = await startSmsFake(service, () => answers[situation])
      apiUrl = fake.url
      const isForbidden = situation === 'forbiddenTarget'
      const guarded = isForbidden ? createHttpClient({ allowPrivateTargets: false }) : null
      const { account, apiKey, sender } = smsFakeAccounts[service]
      return {
        target: channel.target.parse({
          ...{ provider: service, account, sender, to: smsFakeNumbers.good },
          text: 'Заказ оплачен',
        }),
        secrets: { apiKey },
        ...(guarded === null ? {} : { http: guarded }),
        close: async () => {
          await Promise.all([fake.close(), guarded?.close()])
        },
      }
    },
  })
})
