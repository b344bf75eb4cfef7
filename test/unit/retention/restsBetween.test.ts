import { describe, expect, test } from '@jest/globals'

import { restsBetween } from '../../../src/retention/restsBetween.ts'

function rested(signal?: AbortSignal) {
  let now = 5_000
  const rests: number[] = []
  const rest = restsBetween({
    signal,
    clock: () => now,
    pause: async (ms) => {
      rests.push(ms)
      now += ms
    },
  })
  const step = async (ms: number): Promise<void> => {
    now += ms
    await rest()
  }
  return { rests, step }
}

describe('rests between steps in the background', () => {
  test('are nine times as long as the step before', async () => {
    const { rests, step } = rested()
    for (const ms of [10, 4, 100]) await step(ms)
    expect(rests).toEqual([90, 36, 900])
  })

  test('end after twenty minutes, when there is too much to do', async () => {
    const { rests, step } = rested()
    for (let n = 0; n < 200; n += 1) await step(1_000)
    expect(rests).toHaveLength(120)
  })

  test('are left out when the work is to stop', async () => {
    const stop = new AbortController()
    const { rests, step } = rested(stop.signal)
    await step(10)
    stop.abort()
    await step(10)
    expect(rests).toEqual([90])
  })

  test('end at once when the work is told to stop meanwhile', async () => {
    const stop = new AbortController()
    let now = 0
    const rest = restsBetween({ signal: stop.signal, clock: () => now })
    now = 3_600_000 / 9 / 10
    const resting = rest()
    stop.abort()
    await resting
  })
})
