import { hostname } from 'node:os'
import type { Payload } from 'payload'

import { createListener } from '../database/createListener.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { getRuntime } from '../runtime/getRuntime.ts'
import { createScheduler, type Scheduler } from '../schedule/createScheduler.ts'
import { SCHEDULE_NOTIFICATION } from '../schedule/scheduleSql.ts'
import { createScheduleStore } from '../schedule/scheduleStore.ts'
import { type RunningWorker, startWorker } from './startWorker.ts'
import { startWatch } from './startWatch.ts'
import type { StartWorkerOptions } from './startWorkerOptions.ts'

/** A worker and the schedule. */
export type RunningEngine = {
  worker: RunningWorker
  schedule: Scheduler
  /** Drains and closes; may be called again. */
  stop: () => Promise<void>
}

/** Everything a process does that delivers: routing, delivering, and the jobs that time causes. */
export async function startEngine(
  payload: Payload,
  options: StartWorkerOptions = {},
): Promise<RunningEngine> {
  const runtime = getRuntime(payload)
  const logger = options.logger ?? payload.logger
  const schedule = createScheduler({
    jobs: runtime.jobs,
    store: createScheduleStore(() => sqlOfRequest(payload)),
    clock: runtime.clock,
    logger,
    host: `${hostname()}:${process.pid}`,
  })
  const worker = await startWorker(payload, options)
  const listener = createListener({
    url: runtime.databaseUrl,
    logger,
    applicationName: 'flowmasters schedule',
  })
  listener.listen(SCHEDULE_NOTIFICATION, schedule.wake)
  listener.onReconnect(schedule.wake)
  await listener.ready()
  await schedule.start()
  const watch = startWatch(payload, { logger })
  const stopAll = async (): Promise<void> => {
    await Promise.all([schedule.stop(), worker.stop(), watch.stop()])
    await listener.stop()
  }
  let stopped: Promise<void> | undefined
  return {
    worker,
    schedule,
    stop: () => {
      stopped ??= stopAll()
      return stopped
    },
  }
}
