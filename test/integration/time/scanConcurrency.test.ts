import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { runScan } from '../../../hooks/scans/runScan.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { quietLogger } from '../../support/postgres/quietLogger.ts'
import { scanToolsOf } from '../../support/time/scanTools.ts'
import {
  openTimeWorld,
  parcelOverdue,
  parcelQuiet,
  type TimeWorld,
} from '../../support/time/timeWorld.ts'

const HOUR_MS = 3_600_000

let world: TimeWorld
beforeAll(async () => {
  world = await openTimeWorld()
}, 300_000)
afterAll(async () => world?.close())
afterEach(async () => {
  await world.sql.query('DELETE FROM parcels; DELETE FROM event_spells; DELETE FROM event_logs')
})

const ago = (ms: number): string => new Date(world.clock.now() - ms).toISOString()
const fill = async (count: number): Promise<void> => {
  await world.sql.query(
    `INSERT INTO parcels (state, due_at, touched_at, updated_at, created_at)
     SELECT 'open', $1::timestamptz - n % 7 * interval '1 minute', $1, now(), now() FROM generate_series(1, $2::int) n`,
    [ago(2 * HOUR_MS), count],
  )
}
const events = async (): Promise<{ all: number; distinct: number }> => {
  const { rows } = await world.sql.query<{ all: number; distinct: number }>(
    `SELECT count(*)::int AS all, count(DISTINCT document_id)::int AS distinct FROM event_logs WHERE type = 'parcel.overdue'`,
  )
  return rows[0] ?? { all: 0, distinct: 0 }
}

describe('scans and others at once', () => {
  test('five parallel runs of one scan tell every document once, page by page', async () => {
    await fill(230)
    const tools = scanToolsOf(world.payload, { lookRows: 50, tellRows: 7 })
    await Promise.all(
      [1, 2, 3, 4, 5].map(() => runScan(parcelOverdue, tools, { now: world.clock.now })),
    )
    // A run that met rows another one held has passed over them; the next one finds them.
    await runScan(parcelOverdue, tools, { now: world.clock.now })
    expect(await events()).toEqual({ all: 230, distinct: 230 })
  })

  test('a run that is killed in the middle repeats nothing and misses nothing', async () => {
    await fill(60)
    const sound = scanToolsOf(world.payload, { lookRows: 20, tellRows: 10 })
    for (const dieAt of [1, 2, 4]) {
      let portions = 0
      const mortal = {
        ...sound,
        emit: async (...args: Parameters<typeof sound.emit>) => {
          await sound.emit(...args)
          portions += 1
          if (portions === dieAt) throw new Error('killed')
        },
      }
      const dying = runScan(parcelOverdue, mortal, { now: world.clock.now })
      await expect(dying).rejects.toThrow('killed')
    }
    expect((await events()).all).toBe(40)
    await runScan(parcelOverdue, sound, { now: world.clock.now })
    expect(await events()).toEqual({ all: 60, distinct: 60 })
  })

  test('a run that is asked to stop ends after its page, and the next one goes on', async () => {
    await fill(60)
    const stop = new AbortController()
    const sound = scanToolsOf(world.payload, { lookRows: 20, tellRows: 10 })
    const tools = {
      ...sound,
      emit: async (...args: Parameters<typeof sound.emit>) => {
        await sound.emit(...args)
        stop.abort()
      },
    }
    const report = await runScan(parcelOverdue, tools, {
      now: world.clock.now,
      signal: stop.signal,
    })
    expect(report).toEqual({ found: 20, emitted: 20 })
    await runScan(parcelOverdue, sound, { now: world.clock.now })
    expect(await events()).toEqual({ all: 60, distinct: 60 })
  })

  test('a row somebody is writing is passed over without waiting, and found by the next look', async () => {
    await fill(3)
    const pool = createPool({
      url: world.databaseUrl,
      applicationName: 'writer',
      logger: quietLogger,
    })
    const state = { watermark: world.clock.now(), sweptAt: world.clock.now() }
    await pool.transact(async (sql) => {
      await sql.query('UPDATE parcels SET state = $1 WHERE id = (SELECT min(id) FROM parcels)', [
        'sent',
      ])
      const report = await runScan(parcelOverdue, scanToolsOf(world.payload), {
        now: world.clock.now,
        state,
      })
      expect(report).toMatchObject({ found: 3, emitted: 2 })
      expect(report.state?.['watermark']).toBe(Date.parse(ago(2 * HOUR_MS)) - 60_000)
    })
    await pool.stop()
    await runScan(parcelOverdue, scanToolsOf(world.payload), { now: world.clock.now })
    expect(await events()).toEqual({ all: 3, distinct: 3 })
  })

  test('a document that changes between the look and the lock is not told', async () => {
    const data = { items: [{ name: 'x' }], info: { weight: 5 }, touchedAt: ago(2 * HOUR_MS) }
    const { id } = await world.payload.create({ collection: 'parcels', data })
    const tools = scanToolsOf(world.payload)
    const racing = {
      ...tools,
      transact: async (work: Parameters<typeof tools.transact>[0]) => {
        await world.payload.update({ collection: 'parcels', id, data: { touchedAt: ago(0) } })
        return tools.transact(work)
      },
    } as typeof tools
    const types = await world.typesOf(() => runScan(parcelQuiet, racing, { now: world.clock.now }))
    expect(types).toEqual([])
  })

  test('a scan leaves room for rows that refer to the document it is telling', async () => {
    await fill(1)
    const tools = scanToolsOf(world.payload)
    const watching = {
      ...tools,
      emit: async (...args: Parameters<typeof tools.emit>) => {
        // A foreign key takes the weakest lock of all; it would wait for ever if the scan's were stronger.
        const pool = createPool({
          url: world.databaseUrl,
          applicationName: 'child',
          logger: quietLogger,
        })
        await pool.transact(async (sql) => {
          await sql.query("SET LOCAL lock_timeout = '2s'")
          await sql.query('SELECT 1 FROM parcels FOR KEY SHARE')
        })
        await pool.stop()
        await tools.emit(...args)
      },
    }
    expect(await runScan(parcelOverdue, watching, { now: world.clock.now })).toMatchObject({
      emitted: 1,
    })
  })
})

describe('refusals', () => {
  test('a field that is no column is named', async () => {
    const scan = { ...parcelOverdue, passes: [{ name: 'x', moment: 'title', afterMs: 0 }] }
    await expect(world.run(scan)).rejects.toMatchObject({
      code: 'FLOW_SCAN_FIELD_UNKNOWN',
      details: { scan: 'parcel.overdue', field: 'title' },
    })
  })
})
