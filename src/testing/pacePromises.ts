import assert from 'node:assert/strict'

import type { FeedStage } from './feedStage.ts'
import { waitFor } from './waitFor.ts'

const HOUR_MS = 3_600_000

/** What deliveries are promised that do not simply go as they come: pause, pace, fairness, order, rest. */
export const pacePromises: Record<string, (stage: FeedStage) => Promise<void>> = {
  'a paused subscription keeps its deliveries and tries none; resumed, each is tried once': async (
    stage,
  ) => {
    await stage.subscribe('p', { isPaused: true, wantsEvents: true })
    await stage.startWorker()
    await stage.startWorker()
    const kept = await stage.commit({ count: 40, subscription: 'p' })
    await stage.publish(['a', 'b'], 1)
    const others = await stage.commit({ count: 10 })
    await waitFor('42 that wait', async () => (await stage.waiting()).count === 42)
    await waitFor('the others', () => stage.tried().length === others.length)
    assert.equal((await stage.waiting()).tries, 0, 'waiting has used up a try')
    await stage.subscribe('p', { wantsEvents: true })
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
    assert.equal(stage.tried().length, 52)
    assert.equal(new Set(stage.tried()).size, 52)
    assert.ok(kept.every((id) => stage.tried().includes(id)))
  },

  'no more in flight than the subscription allows, over all workers': async (stage) => {
    await stage.subscribe('c', { maxConcurrency: 2, wantsEvents: true })
    stage.holdTries('c')
    await stage.startWorker()
    await stage.startWorker()
    await stage.publish(names('d', 30), 1)
    await stage.commit({ count: 30, subscription: 'c' })
    await waitFor(
      'two in flight, the others waiting',
      async () => stage.heldTries() === 2 && (await stage.waiting()).count === 58,
    )
    assert.equal((await stage.waiting()).tries, 0, 'waiting has used up a try')
    stage.releaseTries()
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
    assert.equal(stage.mostAtOnce(), 2)
    assert.equal(stage.tried().length, 60)
  },

  'what has no token waits and keeps its tries; a higher rate lets it go': async (stage) => {
    await stage.subscribe('r', { rate: { count: 1, perMs: HOUR_MS } })
    await stage.startWorker()
    await stage.startWorker()
    await stage.commit({ count: 20, subscription: 'r' })
    const free = await stage.commit({ count: 10 })
    await waitFor('19 that wait', async () => (await stage.waiting()).count === 19)
    await waitFor('one token and the free ones', () => stage.tried().length === 1 + free.length)
    assert.equal((await stage.waiting()).tries, 0, 'waiting has used up a try')
    await stage.subscribe('r', { rate: { count: 1_000, perMs: 1_000 } })
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
    assert.equal(stage.tried().length, 30)
  },

  'a receiver that hangs with a backlog does not hold up the others': async (stage) => {
    stage.holdTries('hanging')
    await stage.startWorker()
    await stage.commit({ count: 2_000, subscription: 'hanging' })
    await waitFor('tries that hang', () => stage.heldTries() > 0)
    const healthy: string[] = []
    for (const name of names('healthy', 30)) {
      healthy.push(...(await stage.commit({ count: 10, subscription: name })))
    }
    await waitFor('the healthy ones', () => healthy.every((id) => stage.arrived().includes(id)))
    assert.ok(stage.heldTries() > 0, 'the hanging ones have ended')
    assert.ok(stage.heldTries() <= 8, `${stage.heldTries()} of 16 slots hang`)
    stage.releaseTries()
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
    assert.equal(stage.tried().length, 2_300)
  },

  'many receivers that hang leave slots for the others': async (stage) => {
    stage.holdTries('hanging')
    await stage.startWorker()
    for (const name of names('hanging', 5)) await stage.commit({ count: 50, subscription: name })
    await waitFor('tries that hang', () => stage.heldTries() >= 5)
    const healthy: string[] = []
    for (const name of names('healthy', 10)) {
      healthy.push(...(await stage.commit({ count: 10, subscription: name })))
    }
    await waitFor('the healthy ones', () => healthy.every((id) => stage.arrived().includes(id)))
    stage.releaseTries()
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
  },

  'a flood of retries leaves half of the slots to first tries': async (stage) => {
    stage.holdTries('again')
    for (const name of names('again', 40)) {
      await stage.commit({ count: 3, subscription: name, triedBefore: 1 })
    }
    await stage.startWorker()
    await waitFor('retries in flight', () => stage.heldTries() >= 8)
    const first = await stage.commit({ count: 100, subscription: 'new' })
    await waitFor('first tries', () => first.every((id) => stage.arrived().includes(id)))
    assert.ok(stage.heldTries() >= 8, 'the retries have ended')
    stage.releaseTries()
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
    assert.equal(stage.tried().length, 220)
  },

  'events of a document arrive in their order, whatever fails, with three workers': async (
    stage,
  ) => {
    const documents = names('doc', 12)
    await stage.subscribe('o', {
      ...{ keepOrder: true, wantsEvents: true, retryDelaysMs: Array(18).fill(20) },
    })
    const random = seeded(7)
    stage.answer(() => (random() < 0.3 ? 'unavailable' : 'delivered'))
    for (const _ of [1, 2, 3]) await stage.startWorker()
    for (let sequence = 1; sequence <= 12; sequence += 1) await stage.publish(documents, sequence)
    await waitFor('all to arrive', () => stage.arrived().length === 144)
    const places = await stage.places(stage.arrived())
    const whole = Array.from({ length: 12 }, (_, index) => index + 1)
    for (const document of documents) {
      const came = places.filter((place) => place.document === `orders/${document}`)
      assert.deepEqual(
        came.map(({ sequence }) => sequence),
        whole,
        document,
      )
    }
  },

  'after one that failed for good the next one goes': async (stage) => {
    await stage.subscribe('o', { keepOrder: true, wantsEvents: true })
    let refused = 0
    stage.answer(() => {
      refused += 1
      return refused === 1 ? 'rejected' : 'delivered'
    })
    await stage.startWorker()
    for (const sequence of [1, 2, 3]) await stage.publish(['doc'], sequence)
    await waitFor('the others', () => stage.arrived().length === 2)
    const places = await stage.places(stage.tried())
    assert.deepEqual(
      places.map(({ sequence }) => sequence),
      [1, 2, 3],
    )
  },

  'a receiver in trouble is given a rest, probed, and fed again when it is well': async (stage) => {
    let isWell = false
    stage.answer((name) => (name === 'ill' && !isWell ? 'unavailable' : 'delivered'))
    await stage.subscribe('ill', { retryDelaysMs: [HOUR_MS] })
    await stage.startWorker()
    await stage.startWorker()
    await stage.commit({ count: 12, subscription: 'ill' })
    await waitFor('the rest', () => stage.receiverStates().includes('ill opened'))
    const before = stage.tried().length
    const late = await stage.commit({ count: 20, subscription: 'ill' })
    const others = await stage.commit({ count: 10 })
    const tried = (ids: readonly string[]) => ids.filter((id) => stage.tried().includes(id)).length
    await waitFor('the others', () => tried(others) === 10)
    // A process that has not looked yet may try a few.
    await waitFor('those that wait', async () => (await stage.waiting()).count === 20 - tried(late))
    assert.equal((await stage.waiting()).tries, 0, 'waiting has used up a try')
    assert.ok(stage.tried().length <= before + 10 + 16)

    const atRest = stage.tried().length
    stage.moveClock(31_000)
    await waitFor('a failed probe', () => stage.receiverStates().includes('ill reopened'))
    assert.equal(stage.tried().length, atRest + 1, 'more than one probe')

    isWell = true
    stage.moveClock(61_000)
    await waitFor('the end of the rest', () => stage.receiverStates().includes('ill closed'))
    await waitFor('those that waited', async () => (await stage.waiting()).count === 0)
    await waitFor('the last of them', async () => (await stage.leased()) === 0)
  },

  'refusals are answers: they open nothing': async (stage) => {
    stage.answer(() => 'rejected')
    await stage.startWorker()
    await stage.commit({ count: 40 })
    await waitFor('40 tries', () => stage.tried().length === 40)
    await waitFor('the end', async () => (await stage.unfinished()) === 0)
    assert.deepEqual(stage.receiverStates(), [])
  },
}

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`)
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
