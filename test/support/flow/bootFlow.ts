import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { emailAdapterFrom } from '../../../config/emailAdapterFrom.ts'
import { bundledTracking } from '../../../hooks/bundledTracking.ts'
import { bundledScans } from '../../../hooks/scans/bundledScans.ts'
import type { Scan } from '../../../hooks/scans/scan.ts'
import type { Tracking } from '../../../hooks/rules/track.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import type { AnyChannel } from '../../../src/channels/channel.ts'
import type { PaymentIntakeOptions } from '../../../collections/billing/intake/paymentIntakeOptions.ts'
import { createPool } from '../../../src/database/createPool.ts'
import type { Clock } from '../../../src/kernel/clock.ts'
import type { Sql } from '../../../src/kernel/sql.ts'
import { flowMasters } from '../../../src/plugin/flowMasters.ts'
import type { SiteJob } from '../../../src/plugin/siteJob.ts'
import { type RunningWorker, startWorker } from '../../../src/plugin/startWorker.ts'
import type { StartWorkerOptions } from '../../../src/plugin/startWorkerOptions.ts'
import type { FlowRuntime } from '../../../src/runtime/flowRuntime.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import { type BootedPayload, bootPayload } from '../bootPayload.ts'
import { quietLogger } from '../postgres/quietLogger.ts'
import { until } from './until.ts'

/** What a test changes about the engine it boots. */
export type BootFlowOptions = {
  /** @default the webhook */
  channels?: readonly AnyChannel[]
  /** @default the bundled rules */
  tracking?: readonly Tracking[]
  /** Whether a worker runs from the start. @default true */
  worker?: boolean
  redisUrl?: string
  /** @default the machine's */
  clock?: Clock
  /** @default the bundled scans */
  scans?: readonly Scan[]
  jobs?: readonly SiteJob[]
  /** Who is written to when something is wrong. @default nobody */
  alertEmails?: readonly string[]
  /** @default metrics are for staff */
  metricsToken?: string
  /** Names of migrations that must have run. @default not checked */
  migrations?: readonly string[]
  /** Whose payment notifications are believed. @default nobody's */
  payments?: PaymentIntakeOptions
  /** @default one key, `k1` */
  encryptionKeys?: string
  /** Where letters are kept. @default one folder for all tests */
  mailOutboxDir?: string
  /** A mail server to send through; every letter is kept on the machine without one. */
  smtpUrl?: string
  /** Where stored credentials find what they take from the environment. @default nothing */
  variables?: Readonly<Record<string, string | undefined>>
  /** An earlier boot's database, to start again on it; it is not dropped then. */
  databaseUrl?: string
}

/** The application with the engine, without a server. */
export type BootedFlow = BootedPayload & {
  runtime: FlowRuntime
  /** A pool of the test's own, for looking and for arranging. */
  sql: Sql
  startWorker: (options?: StartWorkerOptions) => Promise<RunningWorker>
  /** Resolves when no event waits to be routed and no delivery waits to be sent; retries of later may wait. */
  settle: () => Promise<void>
}

/** Boots the application with the engine on a database of the test's own, or on the given one. */
export async function bootFlow({
  alertEmails,
  channels = [webhookChannel],
  clock,
  databaseUrl,
  encryptionKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  jobs = [],
  mailOutboxDir = join(tmpdir(), 'flowmasters-test-mail'),
  metricsToken,
  migrations,
  payments,
  redisUrl,
  scans = bundledScans(),
  smtpUrl,
  tracking = bundledTracking(),
  variables = {},
  worker = true,
}: BootFlowOptions = {}): Promise<BootedFlow> {
  const booted = await bootPayload({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(payments === undefined ? {} : { payments }),
    ...(smtpUrl === undefined ? {} : { email: emailAdapterFrom({ SMTP_URL: smtpUrl }) }),
    plugins: (url) => [
      flowMasters({
        channels,
        tracking,
        scans,
        jobs,
        ...{ encryptionKeys, variables },
        databaseUrl: url,
        allowPrivateTargets: true,
        isSmtpConfigured: smtpUrl !== undefined,
        mailOutboxDir,
        ...(redisUrl === undefined ? {} : { redisUrl }),
        ...(clock === undefined ? {} : { clock }),
        ...(alertEmails === undefined ? {} : { alertEmails }),
        ...(metricsToken === undefined ? {} : { metricsToken }),
        ...(migrations === undefined ? {} : { migrations }),
      }),
    ],
  })
  const { payload } = booted
  const database = createPool({
    url: booted.databaseUrl,
    applicationName: 'test',
    logger: quietLogger,
    max: 4,
  })
  const workers: RunningWorker[] = []
  const start = async (options: StartWorkerOptions = {}): Promise<RunningWorker> => {
    const running = await startWorker(payload, { pollMs: 200, ...options })
    workers.push(running)
    return running
  }
  if (worker) await start()
  return {
    ...booted,
    runtime: getRuntime(payload),
    sql: database.sql,
    startWorker: start,
    settle: () => until(() => isSettled(database.sql), 'a settled system'),
    destroy: async () => {
      await Promise.all(workers.map((running) => running.stop()))
      await getRuntime(payload).inboxStreams.stop()
      await database.stop()
      await booted.destroy()
    },
  }
}

async function isSettled(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ busy: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM event_logs WHERE status = 'pending')
       OR EXISTS (SELECT 1 FROM event_deliveries WHERE status IN ('pending', 'delivering')) AS busy`,
  )
  return rows[0]?.busy === false
}
