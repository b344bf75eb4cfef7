import type { Payload } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { inTransaction } from '../http/inTransaction.ts'
import type { Sql, Transact } from '../kernel/sql.ts'
import type { KeepDays } from '../retention/keepDays.ts'
import { sweepNotifications } from '../retention/sweepNotifications.ts'
import { sweepRemoteObjects } from '../retention/sweepRemoteObjects.ts'
import { sweep } from '../retention/sweep.ts'
import { rollUp } from '../rollup/rollUp.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { ScheduledJob } from '../schedule/scheduledJob.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What keeps the log in shape: adding up what is over, and sweeping what has been kept long enough. */
export function logJobs(runtime: FlowRuntime, defaults: KeepDays): ScheduledJob[] {
  return [
    {
      name: 'roll-up-statistics',
      label: { en: 'Add up statistics of past hours', ru: 'Подвести статистику прошедших часов' },
      repeat: { everyMs: 5 * MINUTE_MS },
      run: async ({ now, signal, state, trigger }) => {
        const payload = runtime.payload()
        const countedAt = Number(state['everythingAt'] ?? 0)
        const isEverything = trigger === 'manual' || now() - countedAt >= DAY_MS
        const sql = await sqlOfRequest(payload)
        const run = { sql, transact: transactOf(payload), signal, isEverything }
        const { counted, found } = await rollUp(run)
        return {
          found,
          emitted: counted,
          state: isEverything && !signal.aborted ? { everythingAt: now() } : state,
        }
      },
    },
    {
      name: 'sweep-log',
      label: { en: 'Sweep old rows out of the log', ru: 'Удалить старые записи журнала' },
      repeat: { everyMs: 60 * MINUTE_MS },
      run: async ({ now, signal }) => {
        const payload = runtime.payload()
        const keepDays = await keepDaysOf(payload, defaults)
        const sql = await sqlOfRequest(payload)
        const given = { sql, keepDays, now: now(), signal }
        const swept = await sweep({ ...given, transact: transactOf(payload) })
        const notifications = await sweepNotifications(given)
        const objects = await sweepRemoteObjects({
          ...given,
          ...(await knownEntries(runtime, sql)),
        })
        const rows = swept.attempts + swept.deliveries + swept.events + notifications + objects
        return { found: rows, emitted: 0 }
      },
    },
  ]
}

/** Channels, and their entries in all subscriptions as they are now. */
async function knownEntries(
  { channels, subscriptions }: FlowRuntime,
  sql: Sql,
): Promise<{ channels: string[]; entryIds: string[] }> {
  const { rows } = await sql.query<{ revision: string }>(
    "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
  )
  const { byId } = await subscriptions.atLeast(Number(rows[0]?.revision ?? 0))
  const entries = [...byId.values()].flatMap((subscription) => subscription.channels)
  return {
    channels: channels.all().map(({ slug }) => slug),
    entryIds: entries.map(({ entryId }) => entryId),
  }
}

const transactOf =
  (payload: Payload): Transact =>
  (work) =>
    inTransaction(payload, ({ sql }) => work(sql))

/** What the page of settings says; a page that nobody has saved says what the configuration does. */
async function keepDaysOf(payload: Payload, defaults: KeepDays): Promise<KeepDays> {
  const stored: Record<string, unknown> = {
    ...(await payload.db.findGlobal({ slug: 'event-retention' })),
  }
  const daysOf = (name: keyof KeepDays): number => {
    const value = stored[name]
    return typeof value === 'number' ? value : defaults[name]
  }
  return {
    events: daysOf('events'),
    deliveries: daysOf('deliveries'),
    attempts: daysOf('attempts'),
    notificationsRead: daysOf('notificationsRead'),
    notificationsUnread: daysOf('notificationsUnread'),
  }
}
