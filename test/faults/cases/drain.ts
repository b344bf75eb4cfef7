import { concludeCase } from '../support/concludeCase.ts'
import type { FaultCase } from '../support/faultCase.ts'
import { settle } from '../support/settle.ts'
import { waitUntil } from '../support/waitUntil.ts'

const DRAIN_MS = 2_000
/** For closing connections, on a busy machine. */
const MARGIN_MS = 8_000

/** SIGTERM: what is in flight ends, what is not is given back, all within the bound. */
export const drain: FaultCase = {
  name: 'drain',
  title: 'SIGTERM with deliveries in flight: nothing twice; a hanging receiver does not hold it up',
  run: async (world) => {
    const { cluster, sink, takeChild } = world
    const { sql } = cluster.database
    const problems: string[] = []
    const writer = await takeChild()
    await writer.write({ orders: 40 })
    sink.answer(() => ({ status: 200, delayMs: 400 }))
    const first = await takeChild()
    await first.work({ concurrency: 8, drainMs: DRAIN_MS })
    await waitUntil('requests in flight', () => sink.arrivals.length > 4)
    const { code } = await first.terminate().then(() => first.gone)
    if (code !== 0) problems.push(`SIGTERM ended with ${code}`)
    const kept = await sql.query(`SELECT 1 FROM event_deliveries WHERE status = 'delivering'`)
    if (kept.rows.length > 0) problems.push(`${kept.rows.length} deliveries were kept by the dead`)
    const second = await takeChild()
    await second.work({ drainMs: DRAIN_MS })
    await settle(sql)
    const twice = sink.arrivals.length - new Set(sink.arrivals.map((a) => a.deliveryId)).size
    if (twice > 0) problems.push(`${twice} arrived twice although there was time to finish`)

    sink.answer(() => 'hold')
    await writer.write({ orders: 3 })
    await waitUntil('held requests', () => sink.held() > 0)
    const tookMs = await second.terminate()
    if (tookMs > DRAIN_MS + MARGIN_MS) problems.push(`stopping took ${Math.round(tookMs)} ms`)
    sink.answer(() => ({ status: 200 }))
    sink.release()
    const heir = await takeChild()
    await heir.work()
    return concludeCase(world, { rounds: 2, commits: writer.commits, problems })
  },
}
