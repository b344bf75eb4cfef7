import { describe, expect, test } from '@jest/globals'

import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import type { WebhookTarget } from '../../../plugins/channels/webhook/webhookTarget.ts'
import type { Attempt } from '../../../src/channels/attempt.ts'
import type { Channel, DeliverInput } from '../../../src/channels/channel.ts'
import { channelContract } from '../../../src/testing/channelContract.ts'

/** Runs the contract against a channel and returns the names of the cases that failed. */
async function failures(channel: Channel<WebhookTarget>): Promise<string[]> {
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
        close: async () => {
          keys.length = 0
        },
      }
    },
  })
  const failed: string[] = []
  for (const { name, run } of collected) await run().catch(() => failed.push(name))
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
    expect(failed).toHaveLength(12)
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
