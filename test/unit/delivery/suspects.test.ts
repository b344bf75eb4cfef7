import { expect, test } from '@jest/globals'

import type { ClaimedDelivery } from '../../../src/delivery/claimedDelivery.ts'
import { createDeliveryExecutor } from '../../../src/delivery/deliveryExecutor.ts'
import { systemClock } from '../../../src/kernel/clock.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'

const unused = (): never => {
  throw new Error('not for this test')
}

function claimOf(id: string, strikes: number): ClaimedDelivery {
  return {
    id,
    strikes,
    eventId: `evt_${id}`,
    eventType: 'order.created',
    body: '{}',
    subscriptionId: 'one',
    channel: 'webhook',
    channelEntry: 'entry',
    attemptsStarted: 1,
    attemptsFinished: 0,
    dueAt: null,
    turn: null,
    subscriptionsRevision: 1,
  }
}

/** An executor whose tries last until `end(id)`; `begun` names them in the order they began. */
function setUp() {
  const begun: string[] = []
  const running = new Map<string, () => void>()
  const executor = createDeliveryExecutor({
    tools: undefined as never,
    results: { write: unused, flush: unused } as never,
    logger: silentLogger,
    attemptTimeoutMs: 60_000,
    concurrency: 64,
    maxHeld: 64,
    stalledAfterMs: 60_000,
    random: () => 0.5,
    monotonicNow: () => systemClock.now(),
    strike: unused,
    // Where a try begins; what it comes to is of no interest here.
    settingsOf: ({ id }) => {
      begun.push(id)
      return new Promise((resolve) => running.set(id, () => resolve({ mustWait: true })))
    },
    hold: () => Promise.resolve(),
    onDone: () => {},
    onRetry: () => {},
    onIdle: () => {},
  })
  const submit = (claims: ClaimedDelivery[]): Map<string, Promise<void>> => {
    const settled = executor.submit(claims)
    return new Map(claims.map(({ id }, index) => [id, settled[index] ?? Promise.resolve()]))
  }
  const end = (id: string): void => running.get(id)?.()
  return { begun, submit, end, executor }
}

test('a suspect on its last try is never beside another suspect, whatever that one has to answer for', async () => {
  const { begun, end, executor, submit } = setUp()
  const done = submit([
    claimOf('innocent', 0),
    claimOf('suspect-1', 1),
    claimOf('suspect-2', 1),
    claimOf('last-try-1', 2),
    claimOf('last-try-2', 2),
    claimOf('suspect-3', 1),
  ])
  expect([...begun].sort()).toEqual(['innocent', 'suspect-1', 'suspect-2'])
  expect(executor.held()).toHaveLength(6)

  end('suspect-1')
  await done.get('suspect-1')
  expect(begun).toHaveLength(3)

  end('suspect-2')
  await done.get('suspect-2')
  expect(begun.slice(3)).toEqual(['last-try-1'])

  end('last-try-1')
  await done.get('last-try-1')
  expect(begun.slice(4)).toEqual(['last-try-2'])

  end('last-try-2')
  await done.get('last-try-2')
  expect(begun.slice(5)).toEqual(['suspect-3'])

  for (const id of ['innocent', 'suspect-3']) end(id)
  await Promise.all(done.values())
  expect(executor.held()).toEqual([])
})

test('those who merely waited are given back when the worker stops', async () => {
  const { end, executor, submit } = setUp()
  const done = submit([claimOf('last-try-1', 2), claimOf('last-try-2', 2), claimOf('suspect', 1)])
  const given = executor.stop().map(({ id }) => id)
  expect(given).toEqual(['last-try-2', 'suspect'])
  expect(executor.held()).toEqual(['last-try-1'])
  end('last-try-1')
  await Promise.all(done.values())
})
