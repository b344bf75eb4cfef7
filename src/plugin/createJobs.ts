import { forgetSpells } from '../../hooks/scans/forgetSpells.ts'
import { runScan } from '../../hooks/scans/runScan.ts'
import type { Scan } from '../../hooks/scans/scan.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { type ApiTransaction, inTransaction } from '../http/inTransaction.ts'
import { matchReports } from '../delivery/matchReports.ts'
import { deleteExpiredSecrets } from '../outbox/retiredSecretsStore.ts'
import { defaultKeepDays } from '../retention/keepDays.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { JobRun, ScheduledJob } from '../schedule/scheduledJob.ts'
import { reconcileJobs } from './reconcileJobs.ts'
import { replayJob } from './replayJob.ts'
import { logJobs } from './logJobs.ts'
import { watchCredentials } from '../runtime/watchCredentialsStore.ts'
import { createEmit } from './createEmit.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'

const HOUR_MS = 3_600_000

/** Everything this site does at set times: the engine's chores, the scans, and the site's own jobs. */
export function createJobs(
  { jobs = [], retention, scans = [], tracking }: FlowMastersOptions,
  runtime: FlowRuntime,
): ScheduledJob[] {
  return [
    ...chores(scans, runtime),
    replayJob(runtime),
    ...reconcileJobs(tracking, runtime),
    ...logJobs(runtime, { ...defaultKeepDays, ...retention }),
    ...scans.map((scan) => scanJob(scan, runtime)),
    ...jobs.map((job) => ({
      ...job,
      run: (run: JobRun) => job.run({ ...run, payload: runtime.payload() }),
    })),
  ]
}

function scanJob(scan: Scan, runtime: FlowRuntime): ScheduledJob {
  const { everyMs, label, name } = scan
  return {
    name,
    label,
    repeat: { everyMs },
    run: (run) => {
      const payload = runtime.payload()
      const tools = {
        payload,
        sql: () => sqlOfRequest(payload),
        transact: <Result>(work: (transaction: ApiTransaction) => Promise<Result>) =>
          inTransaction(payload, work),
        emit: createEmit(runtime),
      }
      return runScan(scan, tools, run)
    },
  }
}

function chores(scans: readonly Scan[], runtime: FlowRuntime): ScheduledJob[] {
  return [
    {
      name: 'delete-expired-secrets',
      label: {
        en: 'Delete signing secrets whose time is over',
        ru: 'Удалить секреты подписи, срок которых вышел',
      },
      repeat: { everyMs: HOUR_MS },
      run: async ({ now }) => {
        const deleted = await deleteExpiredSecrets(runtime.payload(), now())
        return { found: deleted, emitted: 0 }
      },
    },
    {
      name: 'watch-credentials',
      label: {
        en: 'Renew tokens and warn of credentials that expire',
        ru: 'Обновить токены и предупредить об учётных данных, срок которых кончается',
      },
      repeat: { everyMs: HOUR_MS },
      run: ({ now, signal }) => watchCredentials(runtime, { now: now(), signal }),
    },
    {
      name: 'match-delivery-reports',
      label: {
        en: 'Find the deliveries of statuses that came early',
        ru: 'Найти доставки для статусов, пришедших раньше времени',
      },
      repeat: { everyMs: 5 * 60_000 },
      run: async () => {
        const matched = await matchReports(await sqlOfRequest(runtime.payload()))
        return { found: matched, emitted: 0 }
      },
    },
    {
      name: 'forget-old-spells',
      label: {
        en: 'Forget old marks of what time has caused',
        ru: 'Забыть старые отметки о событиях по времени',
      },
      repeat: { everyMs: 24 * HOUR_MS },
      run: async ({ now }) => {
        const sql = await sqlOfRequest(runtime.payload())
        return { found: await forgetSpells(sql, scans, now()), emitted: 0 }
      },
    },
  ]
}
