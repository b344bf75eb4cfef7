import { describe, expect, test } from '@jest/globals'

import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import type { WebhookTarget } from '../../../plugins/channels/webhook/webhookTarget.ts'
import type { Attempt } from '../../../src/channels/attempt.ts'
import type { Channel, DeliverInput } from '../../../src/channels/channel.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'
import type { ArrangedChannel } from '../../../src/testing/channelSituation.ts'

/** Runs the contract against a channel and returns the names of the cases that failed. */
async function failures(channel: Channel<WebhookTarget>): Promise<string[]> {
  return [...(await problems(channel)).keys()]
}

/** The same with what each of them says. */
async function problems(
  channel: Channel<WebhookTarget>,
  more: Partial<ArrangedChannel<WebhookTarget>> = {},
): Promise<ReadonlyMap<string, string>> {
  const collected: { name: string; run: () => Promise<void> }[] = []
  channelContract({
    channel,
    describe: (_, define) => define(),
    test: (name, run) => collected.push({ name, run }),
    arrange: async () => {
      return {
        target: webhookChannel.target.parse({ url: 'https://shop.example.com/hook?q=1' }),
        secrets: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
        receivedKeys: () => keys,
        ...more,
        close: async () => {
          keys.length = 0
        },
      }
    },
  })
  const failed = new Map<string, string>()
  for (const { name, run } of collected)
    await run().catch((error: unknown) => void failed.set(name, String(error)))
  return failed
}

const keys: string[] = []
const exchange = { request: {}, response: null }
const faulty = (
  deliver: (input: DeliverInput<WebhookTarget>) => Promise<Attempt>,
): Channel<WebhookTarget> => ({ ...webhookChannel, deliver })

describe('the channel contract catches', () => {
  test('a channel that throws', async () => {
    const failed = await failures(faulty(() => Promise.reject(new Error('boom'))))
    expect(failed).toHaveLength(13)
  })

  test('a channel that calls everything delivered', async () => {
    const failed = await failures(
      faulty(async () => ({ outcome: 'delivered', code: 'ok', exchange })),
    )
    expect(failed).toEqual(
      expect.arrayContaining([
        'a final refusal is rejected',
        'a busy receiver is unavailable',
        'a busy receiver’s hint is passed on',
        'an internal error of the receiver is unavailable',
        'silence is unavailable',
        'an answer outside the protocol is never success',
        'a forbidden target is rejected',
        'an abort ends the try as unavailable, without throwing',
      ]),
    )
  })

  test('a secret in the log, also inside a URL', async () => {
    for (const leak of [(secret: string) => secret, encodeURIComponent]) {
      const failed = await failures(
        faulty(async ({ secrets }) => ({
          outcome: 'delivered',
          code: 'ok',
          exchange: { request: { url: leak(`x${secrets['secret'] ?? ''}`) }, response: null },
        })),
      )
      expect(failed).toContain('an accepted event is delivered')
    }
  })

  test.each([
    ['a code with spaces', { outcome: 'delivered', code: 'all good', exchange }],
    ['an empty reason', { outcome: 'unavailable', code: 'x', reason: '', exchange }],
    [
      'a huge log row',
      {
        outcome: 'delivered',
        code: 'ok',
        exchange: { request: { x: 'x'.repeat(200_000) }, response: null },
      },
    ],
    [
      'a NUL',
      { outcome: 'delivered', code: 'ok', exchange: { request: { x: '\u0000' }, response: null } },
    ],
  ] as [string, Attempt][])('%s', async (_, attempt) => {
    expect(await failures(faulty(async () => attempt))).toContain('an accepted event is delivered')
  })

  test('a new key for every try', async () => {
    const failed = await failures(
      faulty(async ({ idempotencyKey, attemptNumber }) => {
        keys.push(`${idempotencyKey}-${attemptNumber}`)
        return { outcome: 'delivered', code: 'ok', exchange }
      }),
    )
    expect(failed).toContain('every try carries the same idempotency key')
  })

  test('a label without Russian and a line with a secret', async () => {
    const name = 'labels, fields and the target line are fit for people and free of secrets'
    expect(
      await failures({ ...webhookChannel, label: { en: 'Webhook', ru: 'Webhook' } }),
    ).toContain(name)
    expect(
      await failures({
        ...webhookChannel,
        describeTarget: () => 'POST whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      }),
    ).toContain(name)
  })
})

const done: Attempt = { outcome: 'delivered', code: 'ok', exchange }
const message = 'its preview has text and HTML exactly when it declares them'
const arrive = 'buttons and attachments arrive exactly when it declares them'
const oversize = 'a text longer than its limit is shortened or divided and said so, or refused'
const words = { en: 'Text', ru: 'Текст' }
const text = { name: 'text', type: 'textarea', label: words, description: words } as const
const upsert = 'upsert: two deliveries of one document leave one object'

describe('the channel contract catches, of what a channel declares', () => {
  const plain = faulty(async () => done)
  const shown = { to: 'x', text: 'x', html: '<b>x</b>' }
  const preview = async () => shown
  test.each<[string, string, Partial<Channel<WebhookTarget>>, object, RegExp]>([
    ['text without a preview', message, { capabilities: { text: true } }, {}, /give it `preview`/],
    [
      'HTML that its preview lacks',
      message,
      { capabilities: { text: true, html: true }, preview: async () => ({ to: 'x', text: 'x' }) },
      {},
      /declares html and its preview has none/,
    ],
    [
      'HTML that is not declared',
      message,
      { capabilities: { text: true }, preview },
      {},
      /the preview has html, which the channel does not declare/,
    ],
    [
      'buttons nobody looks at',
      arrive,
      { capabilities: { buttons: true } },
      {},
      /give the arrangement `receivedButtons`/,
    ],
    [
      'attachments nobody looks at',
      arrive,
      { capabilities: { attachments: true } },
      {},
      /give the arrangement `receivedAttachments`/,
    ],
    [
      'buttons that do not arrive',
      arrive,
      { capabilities: { buttons: true } },
      { receivedButtons: () => [] },
      /no buttons arrived/,
    ],
    [
      'attachments that are not declared',
      arrive,
      {},
      { receivedAttachments: () => ['a.pdf'] },
      /attachments arrived, which the channel does not declare/,
    ],
    [
      'upsert nobody counts',
      upsert,
      { capabilities: { upsert: true } },
      {},
      /give the arrangement `countObjects`/,
    ],
    [
      'two objects',
      upsert,
      { capabilities: { upsert: true } },
      { countObjects: () => 2 },
      /leave one object/,
    ],
    [
      'a long text that nobody says was cut',
      oversize,
      { limits: { textLength: 100 }, fields: [text] },
      {},
      /is said in the note/,
    ],
    [
      'a long text that is tried for ever',
      oversize,
      {
        ...{ limits: { textLength: 100 }, fields: [text] },
        deliver: async () => ({ outcome: 'unavailable', code: 'x', reason: 'too long', exchange }),
      },
      {},
      /no try can heal it/,
    ],
    ['a limit without a text', oversize, { limits: { textLength: 9 } }, {}, /call the field/],
    ['an upsert that is not declared', upsert, {}, { countObjects: () => 1 }, /leave two objects/],
    ['remoteObject without upsert', upsert, { remoteObject: () => 'lead' }, {}, /goes with/],
    [
      'an object without an id',
      upsert,
      { capabilities: { upsert: true }, remoteObject: () => 'lead' },
      { countObjects: () => 1 },
      /remoteId goes with remoteObject/,
    ],
    [
      'an object whose name shows a secret',
      upsert,
      {
        capabilities: { upsert: true },
        remoteObject: ({ secrets }) => `lead ${secrets['secret'] ?? ''}`,
      },
      { countObjects: () => 1 },
      /remoteObject shows a secret/,
    ],
  ])('%s', async (_, name, channel, more, said) => {
    const found = await problems({ ...plain, ...channel }, more)
    expect(found.get(name)).toMatch(said)
  })

  test('and passes one that does what it says', async () => {
    const all = { text: true, html: true, buttons: true, attachments: true, upsert: true }
    const given: unknown[] = []
    const channel = faulty(async ({ idempotencyKey, remoteId }) => {
      given.push([idempotencyKey.slice(-1), remoteId])
      return { ...done, remoteId: '7' }
    })
    const found = await problems(
      { ...channel, capabilities: all, preview, remoteObject: () => 'shop lead' },
      {
        receivedButtons: () => ['https://shop.example.com'],
        receivedAttachments: () => ['a.pdf'],
        countObjects: () => 1,
      },
    )
    expect([message, arrive, upsert].flatMap((name) => found.get(name) ?? [])).toEqual([])
    expect(given).toContainEqual(['3', '7'])
  })
})
