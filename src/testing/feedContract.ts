import assert from 'node:assert/strict'

import type { ContractRunner } from './channelContract.ts'
import type { FeedStage } from './feedStage.ts'
import { pacePromises } from './pacePromises.ts'
import { waitFor } from './waitFor.ts'

export type FeedContractOptions = ContractRunner & {
  /** Names the feed in the test report. */
  name: string
  /** An empty table of deliveries, workers on demand, and the feed between them. */
  arrange: () => Promise<FeedStage>
}

const MANY = 60
const A_WHILE_MS = 700

/**
 * What every way of carrying delivery ids promises the engine, as tests: rows are the truth, so whatever a feed loses,
 * repeats or reorders, each delivery is tried once, in time, by one worker.
 */
export function feedContract(options: FeedContractOptions): void {
  const { describe, name, test } = options
  describe(`feed contract: ${name}`, () => {
    for (const [title, prove] of Object.entries({ ...promises, ...pacePromises })) {
      test(title, async () => {
        const stage = await options.arrange()
        try {
          await prove(stage)
        } finally {
          await stage.close()
        }
      })
    }
  })
}

const promises: Record<string, (stage: FeedStage) => Promise<void>> = {
  'each announced delivery is tried exactly once, with two workers': async (stage) => {
    await stage.startWorker()
    await stage.startWorker()
    const ids = await stage.commit({ count: MANY })
    await allTried(stage, ids)
    assertOnceEach(stage, ids)
  },

  'what was announced before any worker ran is not lost': async (stage) => {
    const ids = await stage.commit({ count: MANY })
    await stage.startWorker()
    await allTried(stage, ids)
    assertOnceEach(stage, ids)
  },

  'an id announced twice is tried once': async (stage) => {
    const ids = await stage.commit({ count: 5 })
    await stage.announceAgain(ids)
    await stage.startWorker()
    await stage.announceAgain(ids)
    await allTried(stage, ids)
    assertOnceEach(stage, ids)
  },

  'a delayed delivery comes at its time and not before': async (stage) => {
    await stage.startWorker()
    const later = await stage.commit({ count: 3, delayMs: A_WHILE_MS })
    const now = await stage.commit({ count: 3 })
    await allTried(stage, [...now, ...later])
    assertOnceEach(stage, [...now, ...later])
    const due = await stage.dueTimes(later)
    for (const { at, deliveryId } of await stage.tryTimes(later)) {
      assert.ok(at >= (due.get(deliveryId) ?? Number.POSITIVE_INFINITY), `${deliveryId} came early`)
    }
  },

  'a row that was never announced is swept from the table': async (stage) => {
    await stage.startWorker()
    const lost = await stage.commit({ count: 10, isLost: true })
    await allTried(stage, lost)
    assertOnceEach(stage, lost)
  },

  'when the transport forgets everything, nothing is lost': async (stage) => {
    const before = await stage.commit({ count: MANY })
    const delayed = await stage.commit({ count: 5, delayMs: A_WHILE_MS })
    await stage.startWorker()
    await stage.forget()
    const after = await stage.commit({ count: MANY })
    await stage.startWorker()
    await stage.forget()
    const ids = [...before, ...delayed, ...after]
    await allTried(stage, ids)
    assertOnceEach(stage, ids)
  },

  'stop() waits for what is in flight and hands out nothing more': async (stage) => {
    const worker = await stage.startWorker()
    stage.holdTries()
    const ids = await stage.commit({ count: 10 })
    await waitFor('a try in flight', () => stage.heldTries() > 0)
    const stopped = worker.stop()
    const began = stage.tried().length
    stage.releaseTries()
    await stopped
    assert.equal(stage.tried().length, began, 'a try began after stop()')
    assert.equal(await stage.leased(), 0, 'a delivery is still leased to the worker that left')
    await stage.startWorker()
    await allTried(stage, ids)
    assertOnceEach(stage, ids)
  },
}

async function allTried(stage: FeedStage, ids: readonly string[]): Promise<void> {
  await waitFor(`${ids.length} deliveries`, async () => {
    const tried = new Set(stage.tried())
    return ids.every((id) => tried.has(id)) && (await stage.leased()) === 0
  })
}

function assertOnceEach(stage: FeedStage, ids: readonly string[]): void {
  assert.deepEqual([...stage.tried()].sort(), [...ids].sort())
}
