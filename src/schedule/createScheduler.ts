import {
  createPostgresBackend,
  Queue as RedisQueue,
  Worker as RedisWorker,
  withBackend,
} from 'bullmq'
import { Redis } from 'ioredis'

import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'

/** Something that is done at set times, by one process of all. Must be safe to run twice. */
export type ScheduledJob = {
  name: string
  /** Milliseconds between runs, or a cron pattern in UTC. */
  repeat: { everyMs: number } | { cron: string }
  run: () => Promise<void>
}

/** Where the schedule lives. */
export type SchedulerOptions = {
  /** Used when `redisUrl` is unset: BullMQ keeps its own tables in the schema `bullmq`. */
  databaseUrl: string
  redisUrl?: string | undefined
  jobs: readonly ScheduledJob[]
  logger: Logger
  /** @default 'flowmasters-schedule' */
  queueName?: string
}

/** A running schedule. */
export type Scheduler = {
  /** Runs a job now, once, whatever its schedule. Throws FLOW_SCHEDULE_JOB_UNKNOWN. */
  runNow: (name: string) => Promise<void>
  stop: () => Promise<void>
}

type Queueing = {
  queue: {
    upsertJobScheduler: (id: string, repeat: object, job: { name: string }) => Promise<unknown>
    removeJobScheduler: (id: string) => Promise<unknown>
    getJobSchedulers: () => Promise<{ key: string }[]>
    add: (name: string, data: object) => Promise<unknown>
    close: () => Promise<void>
  }
  worker: {
    on: (event: 'error', handler: (err: Error) => void) => unknown
    close: () => Promise<void>
  }
  disconnect: () => void
}

const KEEP = { removeOnComplete: { count: 50 }, removeOnFail: { count: 200 } }

/**
 * Starts a schedule that all processes share: each due time is one job in BullMQ, taken by one worker. Schedules of
 * jobs that no longer exist are removed.
 */
export async function createScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { jobs, logger, queueName = 'flowmasters-schedule' } = options
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const runByName = async (name: string): Promise<void> => {
    const job = byName.get(name)
    if (!job) throw unknownJob(name, byName.keys())
    await job.run()
  }
  const { disconnect, queue, worker } = options.redisUrl
    ? overRedis(queueName, options.redisUrl, runByName)
    : overPostgres(queueName, options.databaseUrl, runByName)
  worker.on('error', (err) => logger.warn({ msg: 'flowmasters: schedule', err }))

  for (const { key } of await queue.getJobSchedulers()) {
    if (!byName.has(key)) await queue.removeJobScheduler(key)
  }
  for (const { name, repeat } of jobs) {
    const when = 'cron' in repeat ? { pattern: repeat.cron, tz: 'UTC' } : { every: repeat.everyMs }
    await queue.upsertJobScheduler(name, when, { name })
  }
  return {
    runNow: async (name) => {
      if (!byName.has(name)) throw unknownJob(name, byName.keys())
      await queue.add(name, {})
    },
    stop: async () => {
      await worker.close()
      await queue.close()
      disconnect()
    },
  }
}

function overRedis(name: string, url: string, run: (name: string) => Promise<void>): Queueing {
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  const prefix = 'flowmasters'
  return {
    queue: new RedisQueue(name, { connection, prefix, defaultJobOptions: KEEP }),
    worker: new RedisWorker(name, (job) => run(job.name), { connection, prefix }),
    disconnect: () => connection.disconnect(),
  }
}

function overPostgres(name: string, url: string, run: (name: string) => Promise<void>): Queueing {
  const { Queue, Worker } = withBackend(createPostgresBackend)
  const connection = { connectionString: url, schema: 'bullmq', migrate: true, max: 2 }
  return {
    queue: new Queue(name, { connection, defaultJobOptions: KEEP }),
    worker: new Worker(name, (job) => run(job.name), { connection }),
    disconnect: () => undefined,
  }
}

function unknownJob(name: string, known: Iterable<string>): FlowError {
  return new FlowError({
    code: 'FLOW_SCHEDULE_JOB_UNKNOWN',
    message: `there is no scheduled job "${name}"`,
    hint: `Known: ${[...known].join(', ')}.`,
    status: 404,
  })
}
