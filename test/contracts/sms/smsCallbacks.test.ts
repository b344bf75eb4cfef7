import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'

import { createSmsChannel } from '../../../plugins/channels/sms/smsChannel.ts'
import type { SmsProviderName } from '../../../plugins/channels/sms/smsTarget.ts'
import type { CallbackResult } from '../../../src/index.ts'
import { smsFakeAccounts } from '../../support/fakes/sms/smsFakeAccounts.ts'

const url = 'https://shop.example/api/events/callbacks/sms/key?x=1'

type Sent = { form?: [string, string][]; headers?: Record<string, string>; method?: 'GET' | 'POST' }

function call(service: SmsProviderName, { form = [], headers = {}, method = 'POST' }: Sent) {
  const channel = createSmsChannel()
  const { account, apiKey, sender } = smsFakeAccounts[service]
  const fields = new URLSearchParams(form)
  const target = channel.target.parse({ provider: service, account, sender, to: '+79161234567' })
  return channel.callback?.(
    {
      method,
      url,
      query: method === 'GET' ? fields : new URLSearchParams(),
      headers,
      body: Buffer.from(method === 'GET' ? '' : fields.toString()),
    },
    { target, secrets: { apiKey }, now: 0 },
  )
}

const reports = (result: CallbackResult | undefined) =>
  result?.kind === 'reports' ? result.reports : result

describe('statuses of SMS.ru', () => {
  const signed = (entries: string[], apiKey: string = smsFakeAccounts.smsru.apiKey): Sent => ({
    form: [
      ...entries.map((entry, index): [string, string] => [`data[${index}]`, entry]),
      [
        'hash',
        createHash('sha256')
          .update(apiKey + entries.join(''))
          .digest('hex'),
      ],
    ],
  })
  test('several in one request, answered with 100', () => {
    const result = call(
      'smsru',
      signed([
        'sms_status\n000-1\n103\n1763719200',
        'sms_status\n000-2\n104\n1',
        'callcheck\n1\n2',
      ]),
    )
    expect(result).toMatchObject({ kind: 'reports', answer: '100' })
    expect(reports(result)).toEqual([
      { messageId: '000-1', status: 'delivered', at: 1_763_719_200_000 },
      expect.objectContaining({ messageId: '000-2', status: 'failed', code: 'SMSRU_104' }),
    ])
  })
  test.each<[string, Sent]>([
    ['under another api_id', signed(['sms_status\n1\n103\n1'], 'other')],
    ['without a hash', { form: [['data[0]', 'sms_status\n1\n103\n1']] }],
    ['nothing', {}],
  ])('%s: refused', (_, sent) => {
    expect(call('smsru', sent)).toMatchObject({ kind: 'refused', status: 401 })
  })
})

describe('statuses of Twilio', () => {
  const signed = (form: [string, string][], at = url): Sent => {
    const text = [...form].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => name + value)
    const { apiKey } = smsFakeAccounts.twilio
    const mac = createHmac('sha1', apiKey)
      .update(at + text.join(''))
      .digest('base64')
    return { form, headers: { 'x-twilio-signature': mac } }
  }
  const form: [string, string][] = [
    ['MessageSid', 'SM1'],
    ['MessageStatus', 'delivered'],
    ['To', '+79161234567'],
    ['AccountSid', 'AC1'],
  ]
  test('delivered, and failed for a number that is none', () => {
    expect(reports(call('twilio', signed(form)))).toEqual([
      { messageId: 'SM1', status: 'delivered' },
    ])
    const failed: [string, string][] = [
      ['MessageSid', 'SM1'],
      ['MessageStatus', 'undelivered'],
      ['ErrorCode', '30005'],
      ['To', '+79161234567'],
    ]
    expect(reports(call('twilio', signed(failed)))).toEqual([
      expect.objectContaining({
        status: 'failed',
        code: 'TWILIO_30005',
        suppress: { address: '+79161234567', reason: 'invalid' },
      }),
    ])
  })
  test('the example of Twilio’s documentation', () => {
    const key = '12345'
    const channel = createSmsChannel({ provider: 'twilio', apiKey: key })
    const body =
      'Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310&CallSid=CA1234567890ABCDE'
    const result = channel.callback?.(
      {
        method: 'POST',
        url: 'https://example.com/myapp.php?foo=1&bar=2',
        query: new URLSearchParams(),
        headers: { 'x-twilio-signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=' },
        body: Buffer.from(body),
      },
      {
        target: channel.target.parse({
          provider: 'twilio',
          account: smsFakeAccounts.twilio.account,
          sender: '+15005550006',
          to: '+1',
        }),
        secrets: { apiKey: key },
        now: 0,
      },
    )
    expect(result).toEqual({ kind: 'reports', reports: [] })
  })
  test('another address, another field, no signature: refused', () => {
    const other = signed(form, 'https://evil.example/')
    const changed = {
      ...signed(form),
      form: [...form, ['MessageStatus2', 'x']] as [string, string][],
    }
    for (const sent of [other, changed, { form }]) {
      expect(call('twilio', sent)).toMatchObject({ kind: 'refused', status: 401 })
    }
  })
})

describe('statuses proven by the address alone', () => {
  test.each<[SmsProviderName, [string, string][], unknown]>([
    [
      'smsc',
      [
        ['id', '7'],
        ['phone', '79161234567'],
        ['status', '1'],
      ],
      { messageId: '7', status: 'delivered' },
    ],
    [
      'smsc',
      [
        ['id', '7'],
        ['phone', '79161234567'],
        ['status', '22'],
      ],
      { code: 'SMSC_22', suppress: { address: '+79161234567', reason: 'invalid' } },
    ],
    [
      'mobizon',
      [
        ['messageId', '501'],
        ['status', 'DELIVRD'],
      ],
      { messageId: '501', status: 'delivered' },
    ],
    [
      'mobizon',
      [
        ['id', '501'],
        ['status', 'UNDELIV'],
      ],
      { status: 'failed', code: 'MOBIZON_UNDELIV' },
    ],
  ])('%s %j', (service, form, expected) => {
    expect(reports(call(service, { form }))).toEqual([expect.objectContaining(expected as object)])
    expect(reports(call(service, { form, method: 'GET' }))).toHaveLength(1)
  })
  test.each<SmsProviderName>(['smsc', 'mobizon'])(
    '%s: half a status is refused, an unknown one passed over',
    (service) => {
      expect(call(service, { form: [['id', '7']] })).toMatchObject({ kind: 'refused', status: 400 })
      expect(
        reports(
          call(service, {
            form: [
              ['id', '7'],
              ['status', 'odd'],
            ],
          }),
        ),
      ).toEqual([])
    },
  )
})
