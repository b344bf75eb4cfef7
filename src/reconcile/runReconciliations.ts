import { isPassing } from '../kernel/isPassing.ts'
import { findGaps } from './findGaps.ts'
import type { ReconcileOptions, ReconcileReport } from './reconcileOptions.ts'
import type { ReconciliationRow } from './reconciliationRow.ts'
import { endReconciliationSql, nextReconciliationSql } from './reconciliationSql.ts'
import { tellGaps } from './tellGaps.ts'

/**
 * Does what waits, one run after the other. A page is done before the cursor moves behind it, and doing it twice changes nothing:
 * whoever is killed in between is followed by somebody who goes on.
 */
export async function runReconciliations<Req>(
  options: ReconcileOptions<Req>,
): Promise<ReconcileReport> {
  const { logger, signal, sql } = options
  const total = { looked: 0, found: 0 }
  while (!signal.aborted) {
    const { rows } = await sql.query<ReconciliationRow>(nextReconciliationSql)
    const [run] = rows
    if (!run) return total
    try {
      const report = await (run.action === 'find' ? findGaps(run, options) : tellGaps(run, options))
      total.looked += report.looked
      total.found += report.found
      if (signal.aborted) return total
      await sql.query(endReconciliationSql, [run.id, 'done', null])
    } catch (error) {
      // Goes on at its cursor when the job is tried again. Anything else would fail for ever and keep the others from running.
      if (isPassing(error)) throw error
      logger.error({
        msg: 'flowmasters: a reconciliation failed',
        reconciliation: run.id,
        err: error,
      })
      const why = error instanceof Error ? error.message : String(error)
      await sql.query(endReconciliationSql, [run.id, 'failed', why])
    }
  }
  return total
}
