import { concludeCase } from '../support/concludeCase.ts'
import type { FaultCase } from '../support/faultCase.ts'
import { LETHAL_AMOUNT } from '../support/lethalWebhook.ts'
import { waitUntil } from '../support/waitUntil.ts'

const MAX_STRIKES = 3
/** The order goes to two receivers. */
const LETHAL_DELIVERIES = 2

/** A delivery that kills whoever tries it is set aside after three tries, and it alone. */
export const poisonedDelivery: FaultCase = {
  name: 'poison',
  title: 'a delivery that kills its worker is set aside after 3 tries, the others go on',
  run: async (world) => {
    const { cluster, losses, sink, takeChild } = world
    const { sql } = cluster.database
    const writer = await takeChild()
    sink.answer(() => ({ status: 200, delayMs: 300 }))
    await writer.write({ orders: 30, paidShare: 0 })
    await writer.write({ orders: 1, paidShare: 0, amount: LETHAL_AMOUNT })
    const lethal = writer.commits.at(-1)?.documentId ?? ''
    await writer.write({ orders: 30, paidShare: 0 })

    let isOver = false
    const keepAlive = async (): Promise<void> => {
      while (!isOver) {
        const worker = await takeChild()
        // Few at a time, so that healthy deliveries are in flight beside the lethal one at every death.
        await worker.work({ concurrency: 16 })
        await Promise.race([worker.gone, waitUntil('the end', () => isOver, 120_000)])
        if (!isOver) await losses.kill(worker, { isDead: true })
      }
    }
    const alive = [keepAlive(), keepAlive()]
    const open = `SELECT 1 FROM event_deliveries WHERE status IN ('pending', 'delivering', 'retrying')
      UNION ALL SELECT 1 FROM event_logs WHERE status = 'pending' LIMIT 1`
    await waitUntil('an end', async () => (await sql.query(open)).rows.length === 0, 120_000)
    isOver = true
    await Promise.all(alive)

    const report = await concludeCase(world, {
      rounds: 1,
      commits: writer.commits,
      poisoned: lethal,
    })
    const { rows } = await sql.query<{ strikes: number }>(
      `SELECT strikes::int FROM event_deliveries WHERE status = 'poisoned'`,
    )
    const strikes = rows.map((row) => row.strikes).join()
    if (strikes !== '3,3') report.problems.push(`set aside after ${strikes} tries, expected 3,3`)
    if (losses.kills() > MAX_STRIKES * LETHAL_DELIVERIES) {
      report.problems.push(`${losses.kills()} workers died of ${LETHAL_DELIVERIES} deliveries`)
    }
    return report
  },
}
