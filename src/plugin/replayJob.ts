import { setTimeout } from 'node:timers/promises'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { inTransaction } from '../http/inTransaction.ts'
import { REPLAY_JOB } from '../replay/replayJobName.ts'
import { runReplays } from '../replay/runReplays.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { ScheduledJob } from '../schedule/scheduledJob.ts'

/** Sends again what people asked for. An endpoint asks for a run at once; the schedule picks up what a dead process left. */
export function replayJob(runtime: FlowRuntime): ScheduledJob {
  return {
    name: REPLAY_JOB,
    label: { en: 'Send again what people asked for', ru: 'Отправить ещё раз то, что попросили' },
    repeat: { everyMs: 60_000 },
    run: async ({ signal }) => {
      const payload = runtime.payload()
      const { looked, replayed } = await runReplays({
        sql: await sqlOfRequest(payload),
        transact: (work) => inTransaction(payload, ({ sql }) => work(sql)),
        // A process that missed a notification must not give old events to a subscription as it was.
        subscriptions: async () => {
          const sql = await sqlOfRequest(payload)
          const { rows } = await sql.query<{ revision: string }>(
            "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
          )
          return runtime.subscriptions.atLeast(Number(rows[0]?.revision ?? 0))
        },
        logger: payload.logger,
        signal,
        pause: (ms) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
      })
      return { found: looked, emitted: replayed }
    },
  }
}
