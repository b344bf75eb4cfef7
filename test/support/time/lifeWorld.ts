import type { Role } from '../../../collections/access/role.ts'
import { createScheduler } from '../../../src/schedule/createScheduler.ts'
import { createScheduleStore } from '../../../src/schedule/scheduleStore.ts'
import { silentLogger } from '../engine/silentLogger.ts'
import { type LoggedEvent, newEvents } from '../events/newEvents.ts'
import { type BootedFlow, bootFlow } from '../flow/bootFlow.ts'
import type { Actor } from '../payload/createActor.ts'
import { createActors } from '../payload/createActors.ts'
import { type TestClock, testClock } from './testClock.ts'

const HOUR_MS = 3_600_000

/** A document of the tests. */
export type Doc = Record<string, unknown> & { id: number }

/** The whole application with its own schedule, whose time the test makes pass. */
export type LifeWorld = BootedFlow & {
  as: Record<Role, Actor>
  clock: TestClock
  make: (collection: string, data: Record<string, unknown>) => Promise<Doc>
  save: (collection: string, id: number, data: Record<string, unknown>) => Promise<unknown>
  /** What `act` wrote into the log, in order. */
  events: (act: () => Promise<unknown>) => Promise<LoggedEvent[]>
  /** Lets so many hours go by, then whatever is due runs; what that wrote, as `type id`, sorted. */
  afterHours: (hours: number) => Promise<string[]>
  /** The same with the whole events. */
  eventsAfterHours: (hours: number) => Promise<LoggedEvent[]>
}

/** Boots it without a worker. Users are not part of it: they count as active for ever. */
export async function openLifeWorld(): Promise<LifeWorld> {
  const clock = testClock(new Date().toISOString())
  const flow = await bootFlow({ worker: false, clock })
  const { payload, runtime, sql } = flow
  const as = await createActors(payload)
  await sql.query("UPDATE users SET last_active_at = '2099-01-01'")
  const scheduler = createScheduler({
    jobs: runtime.jobs,
    store: createScheduleStore(async () => sql),
    clock,
    logger: silentLogger,
    host: 'test',
  })
  await scheduler.tick()
  const eventsAfterHours = (hours: number): Promise<LoggedEvent[]> =>
    newEvents(sql, async () => {
      clock.pass(hours * HOUR_MS)
      await scheduler.tick()
      const { rows } = await sql.query(
        'SELECT id, last_error FROM scheduled_jobs WHERE last_error IS NOT NULL',
      )
      if (rows.length > 0) throw new Error(JSON.stringify(rows))
    })
  return {
    ...flow,
    as,
    clock,
    make: async (collection, data) =>
      (await payload.create({ collection, data, depth: 0 })) as unknown as Doc,
    save: (collection, id, data) => payload.update({ collection, id, data, depth: 0 }),
    events: (act) => newEvents(sql, act),
    eventsAfterHours,
    afterHours: async (hours) =>
      (await eventsAfterHours(hours)).map(({ documentId, type }) => `${type} ${documentId}`).sort(),
  }
}
