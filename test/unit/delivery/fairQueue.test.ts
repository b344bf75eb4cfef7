import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { createFairQueue, type FairQueue, type Queued } from '../../../src/delivery/fairQueue.ts'

const entry = (lane: string, { isRetry = false, since = 0 } = {}): Queued<string> => ({
  item: lane,
  lane,
  isRetry,
  since,
})

function fill(queue: FairQueue<string>, lane: string, count: number, given = {}): void {
  for (let n = 0; n < count; n += 1) queue.add(entry(lane, given))
}

/** Begins all that may begin. */
function begin(queue: FairQueue<string>): Queued<string>[] {
  const begun: Queued<string>[] = []
  for (let next = queue.next(); next; next = queue.next()) begun.push(next)
  return begun
}

const lanesOf = (entries: readonly Queued<string>[]): string[] => entries.map(({ lane }) => lane)

describe('the fair queue', () => {
  test('one lane alone gets half of the slots, the next one half of what is left', () => {
    const queue = createFairQueue<string>(64)
    fill(queue, 'a', 100)
    expect(begin(queue)).toHaveLength(32)
    fill(queue, 'b', 100)
    expect(begin(queue)).toHaveLength(16)
    fill(queue, 'c', 3)
    expect(lanesOf(begin(queue))).toEqual(['c', 'c', 'c'])
  })

  test('lanes take turns', () => {
    const queue = createFairQueue<string>(16)
    for (const lane of ['a', 'b', 'c']) fill(queue, lane, 2)
    expect(lanesOf(begin(queue))).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
  })

  test('retries of many lanes take half of the slots; first tries find the others', () => {
    const queue = createFairQueue<string>(16)
    for (let n = 0; n < 40; n += 1) queue.add(entry(`again${n}`, { isRetry: true }))
    expect(begin(queue)).toHaveLength(8)
    fill(queue, 'new', 3)
    expect(lanesOf(begin(queue))).toEqual(['new', 'new', 'new'])
  })

  test('first tries leave an eighth to retries', () => {
    const queue = createFairQueue<string>(16)
    for (let n = 0; n < 40; n += 1) queue.add(entry(`new${n}`))
    for (let n = 0; n < 40; n += 1) queue.add(entry(`again${n}`, { isRetry: true }))
    expect(begin(queue).filter(({ isRetry }) => isRetry)).toHaveLength(2)
  })

  test('what runs long makes room for others and none for its own lane', () => {
    const queue = createFairQueue<string>(16)
    fill(queue, 'a', 100)
    const hanging = begin(queue)
    for (const each of hanging) expect(queue.giveUpSlot(each)).toBe(true)
    expect(queue.slotsTaken()).toBe(0)
    expect(begin(queue)).toEqual([])
    for (let n = 0; n < 20; n += 1) queue.add(entry(`b${n}`))
    expect(begin(queue)).toHaveLength(16)
    for (const each of hanging) queue.end(each)
    expect(queue.slotsTaken()).toBe(16)
    expect(queue.heldOf('a')).toBe(92)
  })

  test('there is an end to it', () => {
    const queue = createFairQueue<string>(2)
    for (let n = 0; n < 8; n += 1) {
      queue.add(entry(`a${n}`))
      for (const each of begin(queue)) expect(queue.giveUpSlot(each)).toBe(true)
    }
    queue.add(entry('last'))
    const [last] = begin(queue)
    if (!last) throw new Error('nothing began')
    expect(queue.giveUpSlot(last)).toBe(false)
  })

  test('stalled is what waits long behind its own lane’s slots, not what waits for others', () => {
    const queue = createFairQueue<string>(4)
    fill(queue, 'hanging', 10, { since: 1 })
    begin(queue)
    fill(queue, 'fresh', 1, { since: 9 })
    expect(lanesOf(queue.takeStalled({ now: 10, afterMs: 5 }))).toEqual(Array(8).fill('hanging'))
    expect(queue.size()).toBe(1)
    expect(queue.takeStalled({ now: 20, afterMs: 5 })).toEqual([])
  })

  test('what waits because the machine is busy stays: its lane flows', () => {
    const queue = createFairQueue<string>(4)
    fill(queue, 'busy', 100, { since: 0 })
    for (let n = 0; n < 20; n += 1) for (const each of begin(queue)) queue.end(each)
    begin(queue)
    const left = queue.size()
    // 40 of 100 in a second: the others take less than four.
    expect(queue.takeStalled({ now: 1_001, afterMs: 1_000 })).toEqual([])
    expect(queue.size()).toBe(left)
    // Nothing in the next second.
    expect(queue.takeStalled({ now: 1_500, afterMs: 1_000 })).toEqual([])
    expect(queue.takeStalled({ now: 2_100, afterMs: 1_000 })).toHaveLength(left)
  })

  test('whatever comes and ends: never more than the slots, nothing lost, nobody starves', () => {
    const acts = fc.array(
      fc.record({ lane: fc.constantFrom('a', 'b', 'c', 'd'), isRetry: fc.boolean() }),
      { maxLength: 120 },
    )
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 20 }), (given, slots) => {
        const queue = createFairQueue<string>(slots)
        for (const { isRetry, lane } of given) queue.add(entry(lane, { isRetry }))
        let ended = 0
        for (;;) {
          const begun = begin(queue)
          expect(queue.slotsTaken()).toBeLessThanOrEqual(slots)
          if (begun.length === 0) break
          for (const each of begun) queue.end(each)
          ended += begun.length
        }
        expect(ended).toBe(given.length)
        expect(queue.size() + queue.slotsTaken() + queue.retriesHeld()).toBe(0)
      }),
    )
  })
})
