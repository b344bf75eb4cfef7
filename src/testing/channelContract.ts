import assert from 'node:assert/strict'

import type { Attempt } from '../channels/attempt.ts'
import type { Channel } from '../channels/channel.ts'
import { assertAttempt } from './assertAttempt.ts'
import { attemptOnce, CONTRACT_KEY } from './attemptOnce.ts'
import { capabilityTests } from './capabilityTests.ts'
import type { ArrangedChannel, ChannelSituation } from './channelSituation.ts'

/** The two functions of a test runner the contract needs; jest, vitest and node:test fit. */
export type ContractRunner = {
  describe: (name: string, define: () => void) => unknown
  test: (name: string, run: () => Promise<void>) => unknown
}

export type ChannelContractOptions<Target> = ContractRunner & {
  channel: Channel<Target>
  /** Prepares a receiver; null when the situation cannot occur in the channel's protocol. */
  arrange: (situation: ChannelSituation) => Promise<ArrangedChannel<Target> | null>
}

type Case<Target> = {
  name: string
  situation: ChannelSituation
  expect: (attempt: Attempt, arranged: ArrangedChannel<Target>) => void
}

/** What every channel promises the engine, as tests. Call it once in a test file of the channel. */
export function channelContract<Target>(options: ChannelContractOptions<Target>): void {
  const { channel, describe, test } = options
  describe(`channel contract: ${channel.slug}`, () => {
    for (const { name, situation, expect } of cases<Target>()) {
      test(name, () =>
        withArranged(options, situation, async (arranged) => {
          // Only silence needs an early end; elsewhere a slow machine must not look like a slow receiver.
          const patience = situation === 'hangs' ? { timeoutMs: 150 } : {}
          const attempt = await attemptOnce(channel, arranged, patience)
          assertAttempt(attempt, confidentialOf(arranged))
          expect(attempt, arranged)
        }),
      )
    }
    test('an abort ends the try as unavailable, without throwing', () =>
      withArranged(options, 'hangs', (arranged) => assertAbort(channel, arranged)))
    test('every try carries the same idempotency key', () =>
      withArranged(options, 'accepts', (arranged) => assertSameKey(channel, arranged)))
    for (const { check, name } of capabilityTests<Target>()) {
      test(name, () => withArranged(options, 'accepts', (arranged) => check(channel, arranged)))
    }
    test('labels, fields and the target line are fit for people and free of secrets', () =>
      withArranged(options, 'accepts', async (arranged) => assertForm(channel, arranged)))
  })
}

function cases<Target>(): Case<Target>[] {
  const is = (outcome: Attempt['outcome']) => (attempt: Attempt) =>
    assert.equal(
      attempt.outcome,
      outcome,
      `${attempt.code}: ${'reason' in attempt ? attempt.reason : ''}`,
    )
  return [
    { name: 'an accepted event is delivered', situation: 'accepts', expect: is('delivered') },
    { name: 'a final refusal is rejected', situation: 'refuses', expect: is('rejected') },
    { name: 'a busy receiver is unavailable', situation: 'busy', expect: is('unavailable') },
    {
      name: 'a busy receiver’s hint is passed on',
      situation: 'busyWithHint',
      expect: (attempt) => {
        is('unavailable')(attempt)
        assert.equal(attempt.outcome === 'unavailable' && attempt.retryAfterMs, 7000)
      },
    },
    {
      name: 'an internal error of the receiver is unavailable',
      situation: 'broken',
      expect: is('unavailable'),
    },
    { name: 'silence is unavailable', situation: 'hangs', expect: is('unavailable') },
    {
      name: 'an answer outside the protocol is never success',
      situation: 'answersGarbage',
      expect: (attempt) => assert.notEqual(attempt.outcome, 'delivered'),
    },
    {
      name: 'a failure inside an answer of success is not delivered',
      situation: 'failsInsideSuccess',
      expect: (attempt) => assert.notEqual(attempt.outcome, 'delivered'),
    },
    {
      name: 'a huge answer is survived and cut',
      situation: 'answersHugely',
      expect: is('delivered'),
    },
    {
      name: 'a forbidden target is rejected',
      situation: 'forbiddenTarget',
      expect: is('rejected'),
    },
  ]
}

async function withArranged<Target>(
  { arrange }: ChannelContractOptions<Target>,
  situation: ChannelSituation,
  work: (arranged: ArrangedChannel<Target>) => Promise<void>,
): Promise<void> {
  const arranged = await arrange(situation)
  if (arranged === null) {
    assert.notEqual(situation, 'accepts', 'every channel can deliver')
    return
  }
  try {
    await work(arranged)
  } finally {
    await arranged.close()
  }
}

async function assertAbort<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
): Promise<void> {
  const controller = new AbortController()
  const running = attemptOnce(channel, arranged, { signal: controller.signal })
  controller.abort()
  const attempt = await running
  assertAttempt(attempt, confidentialOf(arranged))
  assert.equal(attempt.outcome, 'unavailable')
}

async function assertSameKey<Target>(
  channel: Channel<Target>,
  arranged: ArrangedChannel<Target>,
): Promise<void> {
  for (const attemptNumber of [1, 2, 3]) await attemptOnce(channel, arranged, { attemptNumber })
  if (arranged.receivedKeys === undefined) return
  const keys = arranged.receivedKeys()
  assert.equal(keys.length, 3)
  assert.equal(new Set(keys).size, 1, `the keys differ: ${keys.join(', ')}`)
  assert.ok(keys[0]?.includes(CONTRACT_KEY), 'the key is derived from the delivery')
}

function assertForm<Target>(channel: Channel<Target>, arranged: ArrangedChannel<Target>): void {
  const texts = [channel.label, channel.description, ...channel.fields.map(({ label }) => label)]
  for (const text of texts)
    assert.ok(text.en.length > 0 && /[а-яё]/i.test(text.ru), `not in two languages: ${text.en}`)
  const names = channel.fields.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length, 'field names are unique')
  const line = channel.describeTarget(channel.target.parse(arranged.target))
  assert.ok(
    line.length > 0 && line.length <= 200 && !line.includes('\n'),
    `not a short line: ${line}`,
  )
  for (const secret of confidentialOf(arranged))
    assert.ok(!line.includes(secret), 'the target line shows a secret')
}

function confidentialOf<Target>({ secrets, confidential = [] }: ArrangedChannel<Target>): string[] {
  return [...Object.values(secrets), ...confidential].filter((text) => text !== '')
}
