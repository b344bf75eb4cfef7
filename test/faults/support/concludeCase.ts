import { audit } from './audit.ts'
import type { Commit } from './childProcess.ts'
import type { FaultReport, FaultWorld } from './faultCase.ts'
import { settle } from './settle.ts'

const MAX_LISTED = 5

/**
 * Waits until all is delivered and holds tables, receiver and writers against each other.
 * `mayVanish`: how many saves Payload may have confirmed although the database refused the commit.
 */
export async function concludeCase(
  world: FaultWorld,
  options: {
    rounds: number
    commits: readonly Commit[]
    problems?: readonly string[]
    mayVanish?: number
    /** Id of the order whose deliveries must have been set aside. */
    poisoned?: string
  },
): Promise<FaultReport> {
  const { cluster, losses, sink } = world
  const { sql } = cluster.database
  const problems = [...(options.problems ?? [])]
  await settle(sql).catch((error: unknown) => problems.push(String(error)))
  const { commits, poisoned } = options
  const found = await audit(sql, { arrivals: sink.arrivals, commits, poisoned })
  const { duplicates, events, ghosts, lost, vanished } = found
  problems.push(...[...lost, ...ghosts, ...found.problems].slice(0, MAX_LISTED))
  if (vanished > (options.mayVanish ?? 0)) {
    problems.push(`${vanished} confirmed saves are not in the database`)
  }
  if (duplicates > losses.inFlight()) {
    problems.push(`${duplicates} duplicates, but only ${losses.inFlight()} deliveries in flight`)
  }
  if (vanished > 0) world.say(`  ${vanished} saves confirmed by Payload after a failed COMMIT`)
  return {
    rounds: options.rounds,
    kills: losses.kills(),
    events,
    lost: lost.length,
    ghosts: ghosts.length,
    duplicates,
    inFlight: losses.inFlight(),
    longestRecoveryMs: await losses.longestRecoveryMs(),
    problems,
  }
}
