import { describe, expect, test } from '@jest/globals'

import type { AttemptResult } from '../../../src/delivery/attemptResult.ts'
import { createResultWriter, type ResultWriter } from '../../../src/delivery/resultWriter.ts'
import type { DeliveryStore } from '../../../src/delivery/deliveryStore.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'

const resultOf = (deliveryId: string, more: Partial<AttemptResult> = {}): AttemptResult => ({
  deliveryId,
  fence: 1,
  status: 'delivered',
  delayMs: 0,
  channel: 'webhook',
  outcome: 'delivered',
  code: 'http_200',
  reason: null,
  reasons: null,
  durationMs: 1,
  request: { url: 'https://example.com' },
  response: { status: 200 },
  messageId: null,
  isAttempt: true,
  ...more,
})

/** A table that takes everything its rule lets through, all or nothing, and a clock that only sleeping moves. */
function table(refuse: (result: AttemptResult, call: number) => string | undefined) {
  const rows: AttemptResult[] = []
  let calls = 0
  let now = 0
  const store = {
    writeResults: async (results: readonly AttemptResult[]) => {
      calls += 1
      for (const result of results) {
        const code = refuse(result, calls)
        if (code) throw Object.assign(new Error('refused'), { code })
      }
      rows.push(...results)
      return new Set(results.map(({ deliveryId }) => deliveryId))
    },
  } as unknown as DeliveryStore
  const writer: ResultWriter = createResultWriter({
    store,
    logger: silentLogger,
    clock: { now: () => now },
    giveUpAfterMs: 10_000,
    sleep: async (ms) => {
      now += ms
    },
  })
  return { rows, writer, calls: () => calls }
}
const ids = (rows: readonly AttemptResult[]): string[] =>
  rows.map(({ deliveryId }) => deliveryId).sort()

describe('results are written', () => {
  test('together, in one statement', async () => {
    const { calls, rows, writer } = table(() => undefined)
    const all = Array.from({ length: 20 }, (_, n) => `d${n}`)
    expect(await Promise.all(all.map((id) => writer.write(resultOf(id))))).toEqual(
      all.map(() => true),
    )
    expect([calls(), ids(rows)]).toEqual([1, [...all].sort()])
  })

  test('once the database is back', async () => {
    const { rows, writer } = table((_result, call) => (call < 4 ? 'ECONNREFUSED' : undefined))
    expect(await writer.write(resultOf('d1'))).toBe(true)
    expect(rows).toEqual([resultOf('d1')])
  })

  test('or given up, when it stays away longer than any lease', async () => {
    const { calls, writer } = table(() => 'ECONNREFUSED')
    expect(await writer.write(resultOf('d1'))).toBe(false)
    expect(calls()).toBe(22)
  })

  test('one that Postgres cannot take is written without its details, and the others whole', async () => {
    const { rows, writer } = table((result) =>
      result.deliveryId === 'd7' && result.request !== null ? '22P02' : undefined,
    )
    const all = Array.from({ length: 20 }, (_, n) => `d${n}`)
    const accepted = await Promise.all(all.map((id) => writer.write(resultOf(id))))
    expect(accepted).toEqual(all.map(() => true))
    expect(ids(rows)).toEqual([...all].sort())
    const [poor] = rows.filter(({ deliveryId }) => deliveryId === 'd7')
    expect(poor).toMatchObject({ status: 'delivered', request: null, response: null })
    expect(rows.filter(({ request }) => request === null)).toHaveLength(1)
  })

  test('one that cannot be written at all is told, and holds nobody up', async () => {
    const { rows, writer } = table(({ deliveryId }) => (deliveryId === 'd1' ? '23514' : undefined))
    const [bad, good] = await Promise.all([
      writer.write(resultOf('d1')),
      writer.write(resultOf('d2')),
    ])
    expect([bad, good, ids(rows)]).toEqual([false, true, ['d2']])
  })
})

describe('results with consequences', () => {
  const failed = (id: string): AttemptResult =>
    resultOf(id, { status: 'retrying', outcome: 'unavailable', code: 'http_503' })

  test('failures go the careful way, successes the quick one, and what that refuses the careful one too', async () => {
    const quick: string[] = []
    const careful: string[] = []
    const writer = createResultWriter({
      store: {
        writeResults: async (results) => {
          quick.push(...ids(results))
          return new Set(ids(results).filter((id) => id !== 'recovered'))
        },
      },
      writeWithConsequences: async (results) => {
        careful.push(...ids(results))
        return new Set(ids(results).filter((id) => id !== 'lost'))
      },
      logger: silentLogger,
      clock: { now: () => 0 },
      giveUpAfterMs: 10_000,
      sleep: async () => undefined,
    })
    const cancelled = resultOf('cancelled', {
      status: 'cancelled',
      outcome: 'rejected',
      isAttempt: false,
    })
    const written = [
      resultOf('well'),
      resultOf('recovered'),
      failed('ill'),
      failed('lost'),
      cancelled,
    ]
    expect(await Promise.all(written.map(writer.write))).toEqual([true, true, true, false, true])
    expect(quick).toEqual(['cancelled', 'recovered', 'well'])
    expect(careful).toEqual(['ill', 'lost', 'recovered'])
  })
})
