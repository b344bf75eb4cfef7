import type { Sql } from '../../../src/kernel/sql.ts'
import { concludeCase } from '../support/concludeCase.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { FaultCase } from '../support/faultCase.ts'
import type { KillPoint } from '../support/killPoint.ts'
import { settle } from '../support/settle.ts'
import { statements } from '../support/statements.ts'
import { suiteKeys } from '../support/suiteKeys.ts'

const SPARES = 20
const reseal = { kind: 'reseal' } as const

/** What is sealed already is gone through again, a transaction each. */
const points: readonly KillPoint[] = [
  { match: statements.commit, moment: 'before', nth: 3 },
  { match: statements.commit, moment: 'sent', nth: 9 },
  { match: statements.commit, moment: 'after', nth: 16 },
]

/** K11: each secret is sealed with one key or the other, and opens with both in the ring. */
export const rotationDeaths: FaultCase = {
  name: 'K11-rotation',
  title:
    'while secrets are sealed with a new key, under deliveries: all open, and a second run ends it',
  run: async (world) => {
    const { atEnd, cluster, startChild } = world
    const { sql } = cluster.database
    const problems: string[] = []
    atEnd(async () => {
      const cleaner = await startChild({ encryptionKeys: suiteKeys.returning })
      await cleaner.carryOut(reseal)
      await sql.query("DELETE FROM event_subscriptions WHERE name LIKE 'spare %'")
    })
    const rotating = { encryptionKeys: suiteKeys.rotating }
    const writer = await startChild()
    await writer.carryOut({ kind: 'subscribe', count: SPARES })
    const worker = await startChild(rotating)
    await worker.work()
    const written = writer.write({ pauseMs: 20 })
    let left = await countSealedWith(sql, 'k1')
    if (left <= SPARES) problems.push(`only ${left} secrets to begin with`)
    for (const point of points) {
      const doomed = await startChild(rotating)
      await dieAtPoint(world, doomed, { point, work: () => doomed.carryOut(reseal) })
      const now = await countSealedWith(sql, 'k1')
      if (now >= left || now === 0) problems.push(`${left} secrets before a death, ${now} after it`)
      left = now
    }
    const heir = await startChild(rotating)
    await heir.carryOut(reseal)
    const remaining = await countSealedWith(sql, 'k1')
    if (remaining > 0) problems.push(`${remaining} secrets were left with the old key`)
    await worker.stopWork()
    // The old key is gone for good.
    const last = await startChild({ encryptionKeys: suiteKeys.second })
    await last.work()
    writer.stopWriting()
    await written
    await settle(sql)
    return concludeCase(world, { rounds: points.length, commits: writer.commits, problems })
  },
}

async function countSealedWith(sql: Sql, key: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*)::int FROM event_subscriptions_blocks_webhook WHERE secret LIKE $1',
    [`enc.v1.${key}.%`],
  )
  return rows[0]?.count ?? 0
}
