import { concludeCase } from '../support/concludeCase.ts'
import { dieAtPoint } from '../support/dieAtPoint.ts'
import type { Commit } from '../support/childProcess.ts'
import type { FaultCase, FaultWorld } from '../support/faultCase.ts'
import type { KillPoint } from '../support/killPoint.ts'
import { statements } from '../support/statements.ts'

type WriterDeath = {
  name: string
  title: string
  point: (nth: number) => KillPoint
  /** Saves that are in the database although nobody was told. */
  untold: number
}

const deaths: readonly WriterDeath[] = [
  {
    name: 'K1',
    title: 'between document and event: neither exists',
    point: (nth) => ({ match: statements.insertEvents, moment: 'before', nth }),
    untold: 0,
  },
  {
    name: 'K2',
    title: 'after the event, before the commit: neither exists',
    point: (nth) => ({ match: statements.insertEvents, moment: 'after', nth }),
    untold: 0,
  },
  {
    name: 'K3',
    title: 'after the commit, before the answer: delivered',
    point: (nth) => ({
      match: statements.commit,
      behind: statements.insertEvents,
      moment: 'after',
      nth,
    }),
    untold: 1,
  },
]

/** K1 to K3: the process that saves a document dies; two workers live. */
export const writerDeaths: readonly FaultCase[] = deaths.map((death) => ({
  name: death.name,
  title: death.title,
  run: (world) => runDeath(world, death),
}))

async function runDeath(world: FaultWorld, { point, untold }: WriterDeath) {
  const { settings, takeChild } = world
  const workers = [await takeChild(), await takeChild()]
  for (const worker of workers) await worker.work()
  const commits: Commit[] = []
  const problems: string[] = []
  for (let round = 0; round < settings.rounds; round += 1) {
    const writer = await takeChild()
    // The first save of a process, and later ones.
    await dieAtPoint(world, writer, {
      point: point(1 + round * 2),
      work: () => writer.write({ paidShare: 0.5 }),
    })
    commits.push(...writer.commits)
    const surplus = (await countSaves(world)) - commits.length
    if (surplus !== untold * (round + 1)) {
      problems.push(`round ${round + 1}: ${surplus} saves nobody was told of`)
    }
  }
  return concludeCase(world, { rounds: settings.rounds, commits, problems })
}

/** Every order is one save, every paid one a second. */
async function countSaves({ cluster }: FaultWorld): Promise<number> {
  const { rows } = await cluster.database.sql.query<{ saves: number }>(
    `SELECT (count(*) + count(*) FILTER (WHERE status = 'paid'))::int AS saves FROM orders`,
  )
  return rows[0]?.saves ?? 0
}
