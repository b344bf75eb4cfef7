import type { Payload } from 'payload'

import { bundledScans } from '../../hooks/scans/bundledScans.ts'
import { type ScanReport, runScan } from '../../hooks/scans/runScan.ts'
import type { Scan } from '../../hooks/scans/scan.ts'
import { scanTable } from '../../hooks/scans/scanTable.ts'
import { scanToolsOf } from '../../test/support/time/scanTools.ts'
import { type BenchCluster, bootBenchPayload } from '../support/benchDatabase.ts'
import { shown } from '../support/statistics.ts'

const DAY_MS = 86_400_000

/**
 * (f) A scan for quiet users in tables of several sizes, a tenth of the users due: telling them, looking through them again when
 * they are all told, and the look every quarter of an hour that finds nothing new.
 */
export async function scans(
  cluster: BenchCluster,
  { sizes, told }: { sizes: readonly number[]; told: number },
): Promise<object[]> {
  const [scan] = bundledScans()
  if (!scan) throw new Error('no scan')
  const rows: object[] = []
  for (const size of sizes) {
    const databaseUrl = await cluster.newDatabase(`scans_${size}`)
    const payload = await bootBenchPayload({ databaseUrl })
    rows.push(...(await measure(payload, scan, { size, told: Math.min(told, size / 10) })))
    await payload.destroy()
  }
  return rows
}

async function measure(
  payload: Payload,
  scan: Scan,
  { size, told }: { size: number; told: number },
): Promise<object[]> {
  const now = Date.now()
  await fill(payload, { size, due: size / 10, told, now })
  const plan = await planOf(payload, scan, now)
  const tools = scanToolsOf(payload)
  const run = (state?: ScanReport['state']) =>
    timed(() => runScan(scan, tools, { now: () => now, state }))
  const tell = await run()
  const sweep = await run()
  const look = await run(sweep.result.state)
  const what = `of ${size.toLocaleString('en')} users`
  const common = { section: 'f scans', plan, aim: 'index scan' }
  return [
    { ...common, what: `tell ${told} ${what}`, ...speed(tell, told), events: tell.result.emitted },
    {
      ...common,
      what: `sweep, ${size / 10} told ${what}`,
      ...speed(sweep, size / 10),
      events: sweep.result.emitted,
    },
    {
      ...common,
      what: `look, nothing new ${what}`,
      ...speed(look, 0),
      events: look.result.emitted,
    },
  ]
}

type Timed = { result: ScanReport; ms: number; peakMB: number }

function speed({ ms, peakMB }: Timed, rows: number): object {
  return {
    ms: Math.round(ms),
    'rows/s': rows === 0 ? undefined : shown((rows / ms) * 1_000),
    'peak +MB': peakMB,
  }
}

async function timed(work: () => Promise<ScanReport>): Promise<Timed> {
  const before = process.memoryUsage().rss
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const startedAt = performance.now()
  const result = await work()
  const ms = performance.now() - startedAt
  clearInterval(timer)
  return { result, ms, peakMB: Math.round((peak - before) / 1_048_576) }
}

/** Users as years leave them: a tenth quiet for 8 to 48 days, the others seen this week; of the quiet ones all but `told` told. */
async function fill(
  payload: Payload,
  { due, now, size, told }: { size: number; due: number; told: number; now: number },
): Promise<void> {
  const { pool } = payload.db as unknown as {
    pool: { query: (text: string, values?: unknown[]) => Promise<unknown> }
  }
  await pool.query(
    `INSERT INTO users (email, role, last_active_at, created_at, updated_at)
     SELECT 'user' || n || '@example.test', 'customer',
       date_trunc('milliseconds', $1::timestamptz - (CASE WHEN n <= $3 THEN 8 + n % 40 ELSE n % 6 END) * interval '1 day' - n % 997 * interval '1 second'),
       $1::timestamptz - interval '60 days', $1 FROM generate_series(1, $2::int) n`,
    [new Date(now), size, due],
  )
  await pool.query(
    `INSERT INTO event_spells (id, type, collection_slug, document, created_at)
     SELECT 'user.inactive_7d:users:' || id || ':' || to_char(last_active_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'user.inactive_7d', 'users', id, $1 FROM users WHERE id <= $2 AND id > $3`,
    [new Date(now), due, told],
  )
  await pool.query('ANALYZE users, event_spells')
}

/** The kind of scan Postgres chooses for a page. */
async function planOf(payload: Payload, scan: Scan, now: number): Promise<string> {
  const [pass] = scan.passes
  if (!pass) return 'none'
  const { candidates, values } = scanTable(payload, scan)(pass)
  const { pool } = payload.db as unknown as {
    pool: {
      query: (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
    }
  }
  const oldest = new Date(now - pass.afterMs - 365 * DAY_MS)
  const { rows } = await pool.query(`EXPLAIN ${candidates(true)}`, [
    oldest,
    new Date(now - pass.afterMs),
    ...values,
    500,
  ])
  const text = rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  if (text.includes('Seq Scan')) return 'SEQ SCAN'
  return text.includes('Bitmap Index Scan') ? 'bitmap index scan' : 'index scan'
}
