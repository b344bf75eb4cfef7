import type { PayloadRequest } from 'payload'

import { createInspector } from '../../hooks/reconcile/createInspector.ts'
import type { Tracking } from '../../hooks/rules/track.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { inTransaction } from '../http/inTransaction.ts'
import { newId } from '../kernel/ids.ts'
import { forgetGapsSql, forgetReconciliationsSql } from '../reconcile/gapSql.ts'
import { reconcileJobNames } from '../reconcile/reconcileJobNames.ts'
import { createReconciliationSql } from '../reconcile/reconciliationSql.ts'
import { runReconciliations } from '../reconcile/runReconciliations.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import { requestSql, SCHEDULE_NOTIFICATION } from '../schedule/scheduleSql.ts'
import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduledJob.ts'
import { createEmit } from './createEmit.ts'

const DAY_MS = 86_400_000
/** The daily look goes back further than to the last one: a worker may have been away. */
const DAILY_LOOK_DAYS = 3
/** Gaps that are settled, and runs that are over, are kept so long. */
const KEPT_DAYS = 90

/** Holds documents against the log: when people ask, and every night for what was written lately. */
export function reconcileJobs(tracking: readonly Tracking[], runtime: FlowRuntime): ScheduledJob[] {
  return [
    {
      name: reconcileJobNames.run,
      label: {
        en: 'Compare documents with the log, as people asked',
        ru: 'Сверить документы с журналом по просьбе людей',
      },
      repeat: { everyMs: 60_000 },
      run: (run) => reconcile(tracking, runtime, run),
    },
    {
      name: reconcileJobNames.daily,
      label: {
        en: 'Find changes that were made past the log',
        ru: 'Найти изменения, сделанные в обход журнала',
      },
      repeat: { cron: '30 3 * * *', timeZone: 'UTC' },
      run: async (run) => {
        const sql = await sqlOfRequest(runtime.payload())
        await sql.query(forgetGapsSql, [KEPT_DAYS])
        await sql.query(forgetReconciliationsSql, [KEPT_DAYS])
        const since = new Date(run.now() - DAILY_LOOK_DAYS * DAY_MS)
        await sql.query(createReconciliationSql, [newId('rec'), 'find', null, since, null, null])
        // The job that runs them all, so that no two processes go through one.
        await sql.query(requestSql, [reconcileJobNames.run, null, new Date(run.now())])
        await sql.query('SELECT pg_notify($1, $2)', [SCHEDULE_NOTIFICATION, ''])
        return { found: 0, emitted: 0 }
      },
    },
  ]
}

async function reconcile(
  tracking: readonly Tracking[],
  runtime: FlowRuntime,
  { signal }: JobRun,
): Promise<JobReport> {
  const payload = runtime.payload()
  const emit = createEmit(runtime)
  const { found, looked } = await runReconciliations<Pick<PayloadRequest, 'transactionID'>>({
    sql: await sqlOfRequest(payload),
    transact: (work) => inTransaction(payload, work),
    inspectors: byCollection(tracking).map((tracked) =>
      createInspector(tracked, { emit, payload }),
    ),
    logger: payload.logger,
    signal,
  })
  return { found: looked, emitted: found }
}

/** A collection may be watched twice, with other rules: a document has one row and one last event all the same. */
function byCollection(tracking: readonly Tracking[]): Tracking[] {
  const merged = new Map<string, Tracking>()
  for (const tracked of tracking) {
    const { collection, omit = [], rules } = tracked
    const earlier = merged.get(collection)
    merged.set(collection, {
      collection,
      rules: { ...earlier?.rules, ...rules },
      omit: [...(earlier?.omit ?? []), ...omit],
    })
  }
  return [...merged.values()]
}
