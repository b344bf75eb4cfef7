import { concludeCase } from '../support/concludeCase.ts'
import type { FaultCase } from '../support/faultCase.ts'
import { settle } from '../support/settle.ts'
import { waitUntil } from '../support/waitUntil.ts'

/** K6: the receiver has the request, and the sender dies before the answer. */
export const heldRequest: FaultCase = {
  name: 'K6',
  title: 'request sent, answer not read: once or twice, one id',
  run: async (world) => {
    const { cluster, losses, settings, sink, takeChild } = world
    const writer = await takeChild()
    for (let round = 0; round < settings.rounds; round += 1) {
      const before = sink.arrivals.length
      sink.answer(() => 'hold')
      const doomed = await takeChild()
      await doomed.work()
      await writer.write({ orders: 5 })
      await waitUntil('requests in flight', () => sink.arrivals.length > before + round * 2)
      await losses.kill(doomed)
      sink.answer(() => ({ status: 200 }))
      sink.release()
      const heir = await takeChild()
      await heir.work()
      await settle(cluster.database.sql)
      await heir.kill()
    }
    const report = await concludeCase(world, { rounds: settings.rounds, commits: writer.commits })
    const counts = new Map<string, number>()
    for (const { deliveryId } of sink.arrivals) {
      counts.set(deliveryId, (counts.get(deliveryId) ?? 0) + 1)
    }
    const most = Math.max(...counts.values())
    if (most > 2) report.problems.push(`a delivery came ${most} times`)
    if (report.duplicates === 0) report.problems.push('no request was in flight at any kill')
    return report
  },
}
