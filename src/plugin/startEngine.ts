import type { Payload } from 'payload'

import { deleteExpiredSecrets } from '../outbox/retiredSecretsStore.ts'
import { getRuntime } from '../runtime/getRuntime.ts'
import { createScheduler, type ScheduledJob, type Scheduler } from '../schedule/createScheduler.ts'
import { type RunningWorker, startWorker } from './startWorker.ts'
import type { StartWorkerOptions } from './startWorkerOptions.ts'

/** A worker and the schedule. */
export type RunningEngine = {
  worker: RunningWorker
  schedule: Scheduler
  /** Drains and closes; may be called again. */
  stop: () => Promise<void>
}

const HOUR_MS = 3_600_000

/** Everything a process does that delivers: routing, delivering, and the jobs that time causes. */
export async function startEngine(
  payload: Payload,
  options: StartWorkerOptions = {},
): Promise<RunningEngine> {
  const runtime = getRuntime(payload)
  const logger = options.logger ?? payload.logger
  const jobs: ScheduledJob[] = [
    {
      name: 'delete-expired-secrets',
      repeat: { everyMs: HOUR_MS },
      run: async () => {
        const deleted = await deleteExpiredSecrets(payload, runtime.clock.now())
        if (deleted > 0) logger.info({ msg: 'flowmasters: expired secrets deleted', deleted })
      },
    },
  ]
  const { databaseUrl, redisUrl } = runtime
  const worker = await startWorker(payload, options)
  const schedule = await createScheduler({ databaseUrl, redisUrl, jobs, logger })
  let stopped: Promise<void> | undefined
  return {
    worker,
    schedule,
    stop: () => {
      stopped ??= Promise.all([schedule.stop(), worker.stop()]).then(() => undefined)
      return stopped
    },
  }
}
