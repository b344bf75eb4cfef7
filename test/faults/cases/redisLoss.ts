import { concludeCase } from '../support/concludeCase.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { FaultCase } from '../support/faultCase.ts'
import { settle } from '../support/settle.ts'
import { statements } from '../support/statements.ts'
import { waitUntil } from '../support/waitUntil.ts'

/** K12: rows committed, ids never announced, and all that Redis held forgotten. */
export const redisLoss: FaultCase = {
  name: 'K12',
  title: 'killed between commit and queue, then FLUSHALL: the sweeper delivers all',
  needsRedis: true,
  run: async (world) => {
    const { cluster, losses, redis, settings, sink, takeChild } = world
    const { sql } = cluster.database
    const writer = await takeChild()
    let isUp = false
    sink.answer(() => ({ status: isUp ? 200 : 503 }))
    for (let round = 0; round < settings.rounds; round += 1) {
      // Some wait for a retry in Redis, some were never put there.
      isUp = false
      await writer.write({ orders: 5 })
      const doomed = await takeChild('redis')
      await doomed.work()
      await waitUntil('a retry', async () => (await countRetrying(sql)) > 0)
      await doomed.stopWork()
      await writer.write({ orders: 5 })
      await dieAtPoint(world, doomed, {
        point: {
          match: statements.commit,
          behind: statements.insertDeliveries,
          moment: 'after',
        },
        work: () => doomed.work(),
      })
      await redis().flush()
      const heirs = [await takeChild('redis'), await takeChild('redis')]
      for (const heir of heirs) await heir.work()
      await writer.write({ orders: 5 })
      await redis().flush()
      isUp = true
      await settle(sql)
      for (const heir of heirs) await losses.kill(heir)
    }
    return concludeCase(world, { rounds: settings.rounds, commits: writer.commits })
  },
}

async function countRetrying(sql: { query: (text: string) => Promise<{ rows: unknown[] }> }) {
  const { rows } = await sql.query("SELECT 1 FROM event_deliveries WHERE status = 'retrying'")
  return rows.length
}
