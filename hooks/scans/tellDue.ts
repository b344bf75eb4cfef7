import type { Payload, PayloadRequest } from 'payload'

import type { JsonObject } from '../../src/kernel/json.ts'
import type { Sql } from '../../src/kernel/sql.ts'
import type { Emission } from '../capture/emitter.ts'
import { snapshot } from '../capture/snapshot.ts'
import type { DuePage, DueRow, Outcome } from './duePage.ts'
import { foundOf } from './foundOf.ts'
import { lockDue } from './lockDue.ts'
import type { Found, Told } from './scan.ts'
import { spellId } from './spellId.ts'

const TELL_ROWS = 100

type Req = Pick<PayloadRequest, 'transactionID'>

/** Tells due documents: rows locked and looked at again, spells and events written, all in one transaction per portion. */
export async function tellDue(page: DuePage): Promise<Outcome> {
  const { rows, tools } = page
  const size = tools.tellRows ?? TELL_ROWS
  const outcome = { emitted: 0, skipped: [] as DueRow[], problems: [] }
  for (let start = 0; start < rows.length; start += size) {
    const portion = rows.slice(start, start + size)
    const { emitted, seen } = await tools.transact(({ req, sql }) =>
      tellPortion(page, portion, { req, sql }),
    )
    outcome.emitted += emitted
    outcome.skipped.push(...portion.filter(({ id }) => !seen.has(String(id))))
  }
  return outcome
}

async function tellPortion(
  page: DuePage,
  portion: readonly DueRow[],
  { req, sql }: { req: Req; sql: Sql },
): Promise<{ emitted: number; seen: Set<string> }> {
  const locked = await lockDue(sql, page, portion)
  const seen = new Set(locked.map(({ id }) => String(id)))
  if (locked.length === 0) return { emitted: 0, seen }
  const snapshots = await readRows(page, locked, req)
  const due = locked.flatMap((row) => {
    const current = snapshots.get(String(row.id))
    if (!current) return []
    const found = foundOf(current, { pass: page.pass, moment: row.moment, now: page.now })
    return [{ row, found, told: toldOf(page, found) }]
  })
  const fresh = await writeSpells(page, due, sql)
  const emissions = due.flatMap(({ found, row, told }) =>
    told && fresh.has(spellId(page.scan, row)) ? [emissionOf(page, found, told)] : [],
  )
  if (emissions.length > 0) await page.tools.emit(emissions, req as PayloadRequest)
  await stamp(page, due, req)
  return { emitted: emissions.length, seen }
}

/** The rows as events carry them, with all locales. */
async function readRows(
  { scan, tools: { payload } }: DuePage,
  rows: readonly DueRow[],
  req: Req,
): Promise<Map<string, JsonObject>> {
  const config = configOf(payload, scan.collection)
  const found = await payload.db.find<{ id: number | string }>({
    collection: scan.collection,
    where: { id: { in: rows.map(({ id }) => id) } },
    locale: 'all',
    limit: rows.length,
    pagination: false,
    req: req as PayloadRequest,
  })
  return new Map(found.docs.map((doc) => [String(doc.id), snapshot({ ...doc }, { config })]))
}

function configOf(payload: Payload, slug: string) {
  const collection = payload.collections[slug]
  if (!collection) throw new Error(`flowmasters: no collection ${slug}`)
  return collection.config
}

function toldOf({ scan }: DuePage, found: Found): Told | null {
  return scan.action.kind === 'tell' ? scan.action.tell(found) : null
}

type Due = { row: DueRow; found: Found; told: Told | null }

/** The ids of the spells nobody has told before. */
async function writeSpells(
  { now, scan }: DuePage,
  due: readonly Due[],
  sql: Sql,
): Promise<Set<string>> {
  const tellable = due.filter(({ told }) => told !== null)
  if (tellable.length === 0) return new Set()
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO event_spells (id, type, collection_slug, document, created_at)
     SELECT s.id, s.type, $3, s.document, $4 FROM unnest($1::text[], $2::text[], $5::text[]) AS s (id, type, document)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      tellable.map(({ row }) => spellId(scan, row)),
      tellable.map(({ told }) => told?.type ?? scan.name),
      scan.collection,
      new Date(now),
      tellable.map(({ row }) => String(row.id)),
    ],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The row as it stands after the event: with the scan's own mark on it, when it leaves one. */
function emissionOf({ scan }: DuePage, found: Found, { extra, type }: Told): Emission {
  const { row } = found
  const { action, collection } = scan
  const mark = action.kind === 'tell' ? action.mark?.(found) : undefined
  const data = mark
    ? { current: { ...row, ...mark }, previous: row, changed: Object.keys(mark) }
    : { current: row, previous: null, changed: [] }
  return {
    type,
    data: { ...extra, ...data },
    meta: { source: 'schedule', collection, documentId: String(row['id']) },
  }
}

/** What a scan notes on the documents themselves, told or not. */
async function stamp({ scan, tools }: DuePage, due: readonly Due[], req: Req): Promise<void> {
  const { action, collection } = scan
  if (action.kind !== 'tell' || !action.mark) return
  for (const { found, row } of due) {
    await tools.payload.db.updateOne({
      collection,
      id: row.id,
      data: { ...action.mark(found), updatedAt: null },
      req: req as PayloadRequest,
      returning: false,
    })
  }
}
