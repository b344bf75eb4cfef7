import { concludeCase } from '../support/concludeCase.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { FaultCase, FaultWorld } from '../support/faultCase.ts'
import type { KillPoint } from '../support/killPoint.ts'
import { settle } from '../support/settle.ts'
import { statements } from '../support/statements.ts'

type WorkerDeath = {
  name: string
  title: string
  /** One per round, in turn. */
  points: readonly KillPoint[]
  /** The receiver answers the first request for each delivery with 503. */
  isRetried?: boolean
  /** Nothing had been sent, so nothing may come twice. */
  isUnsent?: boolean
}

const leased = { match: statements.commit, behind: statements.insertDeliveries } as const

const deaths: readonly WorkerDeath[] = [
  {
    name: 'K4',
    title: 'in the middle of the fan-out: all deliveries, none twice',
    points: [
      { match: statements.insertDeliveries, moment: 'before' },
      { match: statements.insertDeliveries, moment: 'sent' },
      { match: statements.insertDeliveries, moment: 'after' },
      { ...leased, moment: 'sent' },
    ],
    isUnsent: true,
  },
  {
    name: 'K5',
    title: 'after the claim, before the request: tried again, no try used up',
    points: [{ ...leased, moment: 'after' }],
    isUnsent: true,
  },
  {
    name: 'K5b',
    title: 'the same for a claim of a retry',
    points: [{ match: statements.claimDue, moment: 'after', minRows: 1 }],
    isRetried: true,
    isUnsent: true,
  },
  {
    name: 'K7',
    title: 'answer read, result not written: once or twice, one id',
    points: [{ match: statements.writeResults, moment: 'before' }],
  },
  {
    name: 'K8',
    title: 'while results are written: row and try together or not at all',
    points: [
      { match: statements.writeResults, moment: 'sent' },
      { match: statements.writeResults, moment: 'after' },
      { match: statements.writeResults, moment: 'sent', nth: 2 },
    ],
    isRetried: true,
  },
]

/** K4, K5, K7, K8: the worker dies at a statement of its own; what survives takes over. */
export const workerDeaths: readonly FaultCase[] = deaths.map((death) => ({
  name: death.name,
  title: death.title,
  run: (world) => runDeath(world, death),
}))

async function runDeath(world: FaultWorld, death: WorkerDeath) {
  const { settings, sink, takeChild } = world
  const { sql } = world.cluster.database
  const rounds = Math.max(settings.rounds, death.points.length)
  const problems: string[] = []
  const seen = new Set<string>()
  if (death.isRetried) {
    sink.answer(({ deliveryId }) => {
      if (seen.has(deliveryId)) return { status: 200 }
      seen.add(deliveryId)
      return { status: 503 }
    })
  }
  const writer = await takeChild()
  let doomed = await takeChild()
  for (let round = 0; round < rounds; round += 1) {
    await writer.write({ orders: 10 })
    const point = death.points[round % death.points.length]
    if (!point) throw new Error(`${death.name} has no kill points`)
    await dieAtPoint(world, doomed, { point, work: () => doomed.work() })
    problems.push(...(await halfWritten(world)))
    const heirs = [await takeChild(), await takeChild()]
    for (const heir of heirs) await heir.work()
    await settle(sql)
    const [next, other] = heirs
    await Promise.all(heirs.map((heir) => heir.stopWork()))
    await other?.kill()
    doomed = next ?? doomed
  }
  const report = await concludeCase(world, { rounds, commits: writer.commits, problems })
  const tries = await mostTries(world)
  const expected = death.isRetried ? 2 : 1
  if (tries !== expected) report.problems.push(`${tries} tries of a delivery, expected ${expected}`)
  if (death.isUnsent && report.duplicates > 0) {
    report.problems.push(`${report.duplicates} duplicates of what had not been sent`)
  }
  return report
}

async function mostTries({ cluster }: FaultWorld): Promise<number> {
  const { rows } = await cluster.database.sql.query<{ most: number }>(
    'SELECT max(attempts_finished)::int AS most FROM event_deliveries',
  )
  return rows[0]?.most ?? 0
}

/** Rows that a death left between two states. */
async function halfWritten({ cluster }: FaultWorld): Promise<string[]> {
  const { rows } = await cluster.database.sql.query<{ id: string; status: string }>(
    `SELECT d.id, d.status::text FROM event_deliveries d
     WHERE d.attempts_finished <> (SELECT count(*) FROM event_attempts a WHERE a.delivery = d.id)
       OR (d.status IN ('pending', 'retrying') AND d.next_attempt_at IS NULL)
       OR (d.status <> 'delivering' AND d.lease_token IS NOT NULL)
       OR (d.status = 'delivered' AND d.delivered_at IS NULL)`,
  )
  return rows.map(({ id, status }) => `${id} was left half written (${status})`)
}
