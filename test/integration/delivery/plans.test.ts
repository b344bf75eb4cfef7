import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { claimByIdsSql, claimDueSql, releaseSql } from '../../../src/delivery/claimSql.ts'
import { writeResultsSql, writeSuccessesSql } from '../../../src/delivery/writeResultsSql.ts'
import { type EngineDatabase, openEngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { integrationsSql } from '../../../src/admin/dashboard/integrationsSql.ts'
import { engineNumbersSql } from '../../../src/monitoring/engineNumbersSql.ts'
import { parkSql } from '../../../src/pace/laneSql.ts'
import { seedDeliveries } from '../../support/engine/seedRows.ts'

const ROWS = 6_000
const BATCH = 500
/** Reading every row of the table a few times is cheap; once per result is what must never happen. */
const MOST_ROWS_LOOKED_AT = 5 * ROWS

let engine: EngineDatabase
let due: string[]

// Statistics are made when nothing is on its way: leased rows are then a kind the planner has never seen.
beforeAll(async () => {
  engine = await openEngineDatabase()
  const { sql } = engine.database
  await sql.query('ALTER TABLE event_deliveries SET (autovacuum_enabled = off)')
  await seedDeliveries(sql, BATCH, 'old')
  await sql.query("UPDATE event_deliveries SET status = 'delivered', next_attempt_at = NULL")
  await sql.query('ANALYZE event_deliveries')
  due = await seedDeliveries(sql, BATCH, 'due')
  await sql.query(
    `INSERT INTO event_deliveries (id, status, event, event_type, subscription, channel, channel_entry, step,
       attempts_started, attempts_finished, next_attempt_at, lease_token, lease_until, created_at)
     SELECT 'dlv_' || n, 'delivering', 'evt_' || n, 'order.created', '1', 'webhook', 'c1', 0, 1, 0, now(), 'wrk_1',
       now() + interval '1 hour', now()
     FROM generate_series(0, $1::int - 1) n`,
    [ROWS],
  )
}, 300_000)
afterAll(async () => engine.close())

type Plan = {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Plan[]
}

/** How many rows all nodes of the plan had in hand, kept or thrown away. */
function rowsLookedAt(plan: Plan): number {
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0)
  const own = (plan['Actual Rows'] + removed) * plan['Actual Loops']
  return (plan.Plans ?? []).reduce((sum, child) => sum + rowsLookedAt(child), own)
}

async function explain(text: string, values: unknown[]): Promise<number> {
  return engine.database.transact(async (sql) => {
    const { rows } = await sql.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    )
    return rows[0] ? rowsLookedAt(rows[0]['QUERY PLAN'][0].Plan) : 0
  })
}

describe('statements of the hot path, with statistics of a quiet hour', () => {
  const batch = (n: number): string[] =>
    Array.from({ length: BATCH }, (_, index) => `dlv_${n * BATCH + index}`)

  test.each([0, 1, 2, 3])('writing results looks rows up by id (batch %d)', async (n) => {
    const results = batch(n).map((id) => ({
      id,
      fence: 1,
      status: 'delivered',
      delay_ms: 0,
      attempt_id: `${id}_1`,
      outcome: 'delivered',
      code: 'http_200',
    }))
    expect(await explain(writeResultsSql, [JSON.stringify(results), 'wrk_1'])).toBeLessThan(
      MOST_ROWS_LOOKED_AT,
    )
  })

  test('writing those of successes does too, with a look at their receivers', async () => {
    const results = batch(5).map((id) => ({
      id,
      fence: 1,
      status: 'delivered',
      outcome: 'delivered',
      code: 'http_200',
    }))
    const values = [JSON.stringify(results), 'wrk_1', new Date().toISOString()]
    expect(await explain(writeSuccessesSql, values)).toBeLessThan(MOST_ROWS_LOOKED_AT)
  })

  test('giving claims back does too', async () => {
    const fences = batch(4).map(() => 1)
    expect(await explain(releaseSql, [batch(4), fences, 'wrk_1'])).toBeLessThan(MOST_ROWS_LOOKED_AT)
  })

  test('claiming ids a queue handed over does too', async () => {
    expect(await explain(claimByIdsSql, [due, 'wrk_2', 1_000])).toBeLessThan(MOST_ROWS_LOOKED_AT)
  })

  test('claiming what is due reads no more than the batch needs', async () => {
    const values = [BATCH, 'wrk_2', 1_000, 0, BATCH]
    expect(await explain(claimDueSql, values)).toBeLessThan(MOST_ROWS_LOOKED_AT)
  })

  test('claiming first tries wades neither through due retries nor through what waits for its turn', async () => {
    const { sql } = engine.database
    await seedDeliveries(sql, 3 * ROWS, 'again', { subscription: '2', triedBefore: 1 })
    await seedDeliveries(sql, 3 * ROWS, 'lane', { subscription: '3' })
    await sql.query("UPDATE event_deliveries SET gate = 'held' WHERE subscription = '3'")
    await seedDeliveries(sql, BATCH, 'late')
    const looked = await explain(claimDueSql, [BATCH, 'wrk_3', 1_000, 0, 0])
    expect(looked).toBeLessThan(MOST_ROWS_LOOKED_AT)
  })
})

describe('what is asked all the time, beside a long log', () => {
  const LOG = 60_000

  beforeAll(async () => {
    const { sql } = engine.database
    await sql.query('TRUNCATE event_logs, event_deliveries')
    await seedDeliveries(sql, 20, 'time')
    await seedDeliveries(sql, 20, 'turn')
    await sql.query("UPDATE event_deliveries SET gate = 'held' WHERE id LIKE 'dlv_turn%'")
    await sql.query(
      `INSERT INTO event_deliveries (id, status, event, event_type, subscription, channel, channel_entry, step,
         attempts_started, attempts_finished, created_at)
       SELECT 'dlv_' || n, 'delivered', 'evt_' || n, 'order.created', '1', 'webhook', 'c1', 0, 1, 1,
         now() - interval '2 days'
       FROM generate_series(0, $1::int - 1) n`,
      [LOG],
    )
    await sql.query('ANALYZE event_deliveries')
  })

  test.each<[string, string, unknown[]]>([
    ['the numbers of alerts and metrics', engineNumbersSql, [600_000, 600_000]],
    ['the numbers of the dashboard', integrationsSql, []],
    ['putting what is due of a subscription into its lane', parkSql, ['1', null, 5_000]],
  ])('%s: finished rows are not read', async (_, text, values) => {
    expect(await explain(text, values)).toBeLessThan(LOG / 10)
  })
})
