/** What somebody who installed the package writes: compiled against its types, then run. */
import assert from 'node:assert/strict'

import {
  defineEvent,
  defineSnapshot,
  eventAreas,
  type FlowEvent,
  flowMasters,
  rowField,
} from 'flowmasters'
import { emailChannel } from 'flowmasters/channels/email'
import { webhookChannel } from 'flowmasters/channels/webhook'
import { verify, verifyWebhook } from 'flowmasters/consumer'
import { sampleFlowEvent } from 'flowmasters/testing'
import { FAKE_SLACK_PATH, startSlackFake } from 'flowmasters/testing/fakes'

type IsAny<Type> = 0 extends 1 & Type ? true : false
const isTyped: IsAny<Parameters<typeof flowMasters>[0]> = false
const isEventTyped: IsAny<FlowEvent['meta']['hop']> = false

const parcelSnapshot = defineSnapshot({ code: rowField.text, weight: rowField.number })
const parcel = { id: 1, code: 'A1', weight: 3 }
const parcelSent = defineEvent({
  type: 'parcel.sent',
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left.', ru: 'Посылка ушла.' },
  firesWhen: { en: 'The parcel left.', ru: 'Посылка ушла.' },
  current: parcelSnapshot,
  sample: { current: parcel, previous: null, changed: [] },
})
const name: 'parcel.sent' = parcelSent.type

const plugin = flowMasters({
  channels: [webhookChannel, emailChannel],
  tracking: [],
  events: [parcelSent],
  encryptionKeys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  databaseUrl: 'postgresql://127.0.0.1:5432/site',
  isSmtpConfigured: false,
  mailOutboxDir: 'mail',
})

const received: FlowEvent = sampleFlowEvent
const verdict = verifyWebhook({ secret: 'not a secret', headers: {}, body: '{}' })

assert.deepEqual([isTyped, isEventTyped, name], [false, false, 'parcel.sent'])
assert.deepEqual(verdict, { isValid: false, reason: 'bad_secret' })
assert.equal(verify({ secret: 'whsec_AAAA', headers: {}, body: '{}' }).isValid, false)
assert.deepEqual([webhookChannel.slug, emailChannel.slug], ['webhook', 'email'])
assert.equal(typeof plugin, 'function')
assert.match(received.id, /^evt_/)

const slack = await startSlackFake()
const post = (message: object): Promise<string> =>
  fetch(`${slack.url}${FAKE_SLACK_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  }).then((answer) => answer.text())
assert.deepEqual(
  [await post({ text: 'Paid' }), await post({ txt: 'Paid' })],
  ['ok', 'invalid_payload'],
)
await slack.close()
