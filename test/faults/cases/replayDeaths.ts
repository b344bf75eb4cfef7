import type { Sql } from '../../../src/kernel/sql.ts'
import { concludeCase } from '../support/concludeCase.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { FaultCase } from '../support/faultCase.ts'
import type { KillPoint } from '../support/killPoint.ts'
import { settle } from '../support/settle.ts'
import { statements } from '../support/statements.ts'

const ORDERS = 40
/** Rows of a page, and so several pages. */
const PER_SECOND = 20
const replay = { kind: 'job', name: 'run-replays' } as const

const moved = { match: statements.commit, behind: statements.moveReplay } as const
const points: readonly KillPoint[] = [
  { match: statements.moveReplay, moment: 'before', nth: 2 },
  { match: statements.moveReplay, moment: 'sent' },
  { ...moved, moment: 'sent' },
  { ...moved, moment: 'after' },
]

/** K9: whoever goes on begins where the cursor stands. */
export const replayDeaths: FaultCase = {
  name: 'K9',
  title:
    'in the middle of a bulk replay: goes on at its cursor, every delivery once more and no oftener',
  run: async (world) => {
    const { cluster, sink, takeChild } = world
    const { sql } = cluster.database
    const problems: string[] = []
    const worker = await takeChild()
    await worker.work()
    const writer = await takeChild()
    await writer.write({ orders: ORDERS })
    await settle(sql)
    const planned = await requestReplay(sql)
    for (const point of points) {
      const doomed = await takeChild()
      await dieAtPoint(world, doomed, { point, work: () => doomed.carryOut(replay) })
    }
    const heir = await takeChild()
    await heir.carryOut(replay)
    await settle(sql)
    const { looked, replayed, status } = await readReplay(sql)
    if (status !== 'done') problems.push(`the replay is ${status}`)
    if (looked !== planned) problems.push(`${looked} rows gone through, ${planned} planned`)
    if (replayed !== planned) problems.push(`${replayed} sent again, ${planned} planned`)
    const uneven = countUneven(sink.arrivals.map(({ deliveryId }) => deliveryId))
    if (uneven > 0) problems.push(`${uneven} deliveries did not arrive exactly twice`)
    await sql.query('TRUNCATE event_replays')
    return concludeCase(world, { rounds: points.length, commits: writer.commits, problems })
  },
}

/** As the endpoint writes it: everything delivered so far, with the ids it had. */
async function requestReplay(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ planned: number }>(
    `INSERT INTO event_replays (id, status, selection, ids, per_second, until, planned, looked, replayed, created_at)
     SELECT 'rpl_k9', 'pending', $1, 'same', $2, now(), count(*), 0, 0, now() FROM event_deliveries
     RETURNING planned::int AS planned`,
    [JSON.stringify({ kind: 'deliveries', where: { status: ['delivered'] } }), PER_SECOND],
  )
  return rows[0]?.planned ?? 0
}

async function readReplay(sql: Sql) {
  const { rows } = await sql.query<{ status: string; looked: number; replayed: number }>(
    'SELECT status::text, looked::int, replayed::int FROM event_replays',
  )
  return rows[0] ?? { status: 'gone', looked: 0, replayed: 0 }
}

function countUneven(ids: readonly string[]): number {
  const times = new Map<string, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times.values()].filter((count) => count !== 2).length
}
