import type { Sql } from '../../../src/kernel/sql.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { FaultCase } from '../support/faultCase.ts'
import type { KillPoint } from '../support/killPoint.ts'
import { settle } from '../support/settle.ts'
import { statements } from '../support/statements.ts'
import { uncountedReport } from '../support/uncountedReport.ts'

const ORDERS = 60
const YEAR_MS = 365 * 86_400_000
const sweep = { kind: 'job', name: 'sweep-log' } as const

const gone = { match: statements.commit, behind: statements.sweep } as const
const points: readonly KillPoint[] = [
  { match: statements.sweep, moment: 'before' },
  { match: statements.sweep, moment: 'sent' },
  { ...gone, moment: 'after' },
  { ...gone, moment: 'sent' },
]

/** K11: what is swept is counted, once. */
export const sweepDeaths: FaultCase = {
  name: 'K11-retention',
  title:
    'while old rows are swept: every row is in the log or in the sums, never in both or in neither',
  run: async (world) => {
    const { cluster, startChild, takeChild } = world
    const { sql } = cluster.database
    const problems: string[] = []
    await sql.query('TRUNCATE event_rollups, event_rollup_durations, event_rollup_periods')
    const worker = await takeChild()
    await worker.work()
    const writer = await takeChild()
    await writer.write({ orders: ORDERS })
    await settle(sql)
    await worker.stopWork()
    const before = await countAll(sql)
    // Sweepers that take today for long ago; each may get further than the last.
    for (const point of points) {
      const doomed = await startChild({ clockShiftMs: YEAR_MS })
      await dieAtPoint(world, doomed, { point, work: () => doomed.carryOut(sweep) })
      problems.push(...differences(before, await countAll(sql)))
    }
    const heir = await startChild({ clockShiftMs: YEAR_MS })
    await heir.carryOut(sweep)
    const after = await countAll(sql)
    problems.push(...differences(before, after))
    if (after.inLog > 0) problems.push(`${after.inLog} rows were left in the log`)
    return uncountedReport(world, { rounds: points.length, events: before.events, problems })
  },
}

type Counts = { events: number; deliveries: number; durations: number; inLog: number }

/** Rows of the log and of the sums together, by kind. */
async function countAll(sql: Sql): Promise<Counts> {
  const { rows } = await sql.query<Counts>(
    `SELECT
       (SELECT count(*) FROM event_logs)::int
         + (SELECT coalesce(sum(total), 0) FROM event_rollups WHERE source = 'events' AND part = 'gone' AND size = 'hour')::int AS events,
       (SELECT count(*) FROM event_deliveries)::int
         + (SELECT coalesce(sum(total), 0) FROM event_rollups WHERE source = 'deliveries' AND part = 'gone' AND size = 'hour')::int AS deliveries,
       (SELECT count(*) FROM event_attempts)::int
         + (SELECT coalesce(sum(total), 0) FROM event_rollup_durations WHERE source = 'attempts' AND part = 'gone' AND size = 'hour')::int AS durations,
       (SELECT count(*) FROM event_logs)::int + (SELECT count(*) FROM event_deliveries)::int
         + (SELECT count(*) FROM event_attempts)::int AS "inLog"`,
  )
  const [counts] = rows
  if (!counts) throw new Error('nothing counted')
  return counts
}

function differences(before: Counts, after: Counts): string[] {
  return (['events', 'deliveries', 'durations'] as const).flatMap((kind) =>
    before[kind] === after[kind] ? [] : [`${before[kind]} ${kind} became ${after[kind]}`],
  )
}
