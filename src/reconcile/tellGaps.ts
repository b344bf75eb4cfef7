import { isPassing } from '../kernel/isPassing.ts'
import type { Sql } from '../kernel/sql.ts'
import { endGapSql, failGapSql, holdGapSql, nextGapSql } from './gapSql.ts'
import type { ReconciliationRow } from './reconciliationRow.ts'
import { moveReconciliationSql } from './reconciliationSql.ts'
import type { ReconcileOptions, ReconcileReport } from './reconcileOptions.ts'

type GapRow = { id: string; collection: string; documentId: string; bornSince: Date }

/**
 * Tells what is missing, one gap per transaction with its document held: the events of a gap, its end and the run's count are there
 * together or not at all. What has been told meanwhile, or is no longer missing, is settled without an event.
 */
export async function tellGaps<Req>(
  run: ReconciliationRow,
  options: ReconcileOptions<Req>,
): Promise<ReconcileReport> {
  const { signal, sql } = options
  const total = { looked: 0, found: 0 }
  let after = run.cursor !== null && 'gap' in run.cursor ? run.cursor.gap : ''
  while (!signal.aborted) {
    const { rows } = await sql.query<GapRow>(nextGapSql, [after, run.createdAt, run.gaps])
    const [gap] = rows
    if (!gap) return total
    const told = await tellOne(run, gap, options)
    if (told === 'cancelled') return total
    total.looked += 1
    if (told) total.found += 1
    after = gap.id
  }
  return total
}

async function tellOne<Req>(
  run: ReconciliationRow,
  gap: GapRow,
  options: ReconcileOptions<Req>,
): Promise<boolean | 'cancelled'> {
  const { logger, sql } = options
  try {
    return await settleHeld(run, gap, options)
  } catch (error) {
    if (isPassing(error)) throw error
    // Stays open with what was wrong; the others are told all the same.
    logger.error({ msg: 'flowmasters: a gap could not be told', gap: gap.id, err: error })
    const why = error instanceof Error ? error.message : String(error)
    await sql.query(failGapSql, [gap.id, why])
    return (await move(sql, run, { gap, told: 0 })) ? false : 'cancelled'
  }
}

async function settleHeld<Req>(
  run: ReconciliationRow,
  gap: GapRow,
  options: ReconcileOptions<Req>,
): Promise<boolean | 'cancelled'> {
  try {
    return await options.transact(async (transaction) => {
      const held = await transaction.sql.query(holdGapSql, [gap.id])
      const isTold = held.rows.length > 0 && (await tell(gap, transaction, options))
      const isGoingOn = await move(transaction.sql, run, { gap, told: isTold ? 1 : 0 })
      if (!isGoingOn) throw new Cancelled()
      return isTold
    })
  } catch (error) {
    if (error instanceof Cancelled) return 'cancelled'
    throw error
  }
}

/** False: nothing was missing any more. */
async function tell<Req>(
  { bornSince, collection, documentId, id }: GapRow,
  transaction: { sql: Sql; req: Req },
  { inspectors }: ReconcileOptions<Req>,
): Promise<boolean> {
  const inspector = inspectors.find((each) => each.collection === collection)
  if (!inspector) throw new Error(`the collection ${collection} is no longer watched`)
  const found = await inspector.inspect(documentId, transaction, { publish: true, bornSince })
  const types = found ? JSON.stringify(found.types) : null
  await transaction.sql.query(endGapSql, [id, found ? 'told' : 'settled', types])
  return found !== null
}

/** Rolls back what a run that was cancelled in between had begun. */
class Cancelled extends Error {}

async function move(
  sql: Sql,
  run: ReconciliationRow,
  { gap, told }: { gap: GapRow; told: number },
): Promise<boolean> {
  const cursor = JSON.stringify({ gap: gap.id })
  const { rows } = await sql.query(moveReconciliationSql, [run.id, cursor, 1, 0, 0, told])
  return rows.length > 0
}
