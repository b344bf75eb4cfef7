import { newId } from '../kernel/ids.ts'
import { settleGapsSql, writeGapSql } from './gapSql.ts'
import type { Inspector, LookReport } from './inspector.ts'
import type { ReconciliationCursor, ReconciliationRow } from './reconciliationRow.ts'
import { moveReconciliationSql } from './reconciliationSql.ts'
import type { ReconcileOptions, ReconcileReport } from './reconcileOptions.ts'

type Part = 'documents' | 'gone'
type Place = { collection: string; part: Part; after: string | null }

/** Goes through collections page by page and lists the documents whose last change has no event. */
export async function findGaps<Req>(
  run: ReconciliationRow,
  options: ReconcileOptions<Req>,
): Promise<ReconcileReport> {
  const { inspectors, pageRows = 200, signal } = options
  const total = { looked: 0, found: 0 }
  for (const { after: start, inspector, part } of placesOf(run, inspectors)) {
    const look = part === 'documents' ? inspector.lookAtDocuments : inspector.lookForGone
    if (!look) continue
    const { bornSince, since } = run
    for (let after = start; !signal.aborted; ) {
      const page = await look({ after, limit: pageRows, since, bornSince })
      if (page.last === null) break
      after = page.last
      const found = await listGaps(run, { inspector, page }, options)
      const cursor = { collection: inspector.collection, part, after }
      if (!(await move(run, { cursor, page, found }, options))) return total
      total.looked += page.looked
      total.found += found
    }
  }
  return total
}

type Visit<Req> = { inspector: Inspector<Req>; part: Part; after: string | null }

/** What is left to go through: the place the cursor names, and all behind it. */
function placesOf<Req>(
  { collections, cursor }: ReconciliationRow,
  inspectors: readonly Inspector<Req>[],
): Visit<Req>[] {
  const all = inspectors
    .filter(({ collection }) => collections?.includes(collection) ?? true)
    .flatMap((inspector) =>
      (['documents', 'gone'] as const).map((part) => ({ inspector, part, after: null })),
    )
  if (!isPlace(cursor)) return all
  const at = all.findIndex(
    ({ inspector, part }) => inspector.collection === cursor.collection && part === cursor.part,
  )
  return all
    .slice(Math.max(0, at))
    .map((visit, index) => (index === 0 && at >= 0 ? { ...visit, after: cursor.after } : visit))
}

function isPlace(cursor: ReconciliationCursor | null): cursor is Place {
  return cursor !== null && 'collection' in cursor
}

/** Suspects are looked at again with the document held: of a save that is under way, row and event are there together or not at all. */
async function listGaps<Req>(
  run: ReconciliationRow,
  { inspector, page }: { inspector: Inspector<Req>; page: LookReport },
  { sql, transact }: ReconcileOptions<Req>,
): Promise<number> {
  const { collection } = inspector
  const agreeing = [...page.agreeing]
  let found = 0
  for (const documentId of page.suspects) {
    const isGap = await transact(async (transaction) => {
      const gap = await inspector.inspect(documentId, transaction, {
        publish: false,
        bornSince: run.bornSince,
      })
      if (!gap) return false
      await transaction.sql.query(writeGapSql, [
        ...[newId('gap'), run.id, collection, documentId, gap.kind],
        ...[JSON.stringify(gap.types), JSON.stringify(gap.fields), run.bornSince],
      ])
      return true
    })
    if (isGap) found += 1
    else agreeing.push(documentId)
  }
  if (agreeing.length > 0) await sql.query(settleGapsSql, [collection, agreeing])
  return found
}

/** False: the run was cancelled. */
async function move<Req>(
  run: ReconciliationRow,
  { cursor, found, page }: { cursor: Place; page: LookReport; found: number },
  { sql }: ReconcileOptions<Req>,
): Promise<boolean> {
  const { rows } = await sql.query(moveReconciliationSql, [
    ...[run.id, JSON.stringify(cursor), page.looked, page.unknown, found, 0],
  ])
  return rows.length > 0
}
