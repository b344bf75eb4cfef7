import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import type { JsonObject } from '../../src/kernel/json.ts'
import { lockRow } from '../../src/database/lockRowStore.ts'
import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'
import { snapshot } from './snapshot.ts'

/** The document's main row (never a draft version) with all locales, in the request's transaction. */
export async function readMainRow(
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  id: number | string,
): Promise<JsonObject | null> {
  const row = await req.payload.db.findOne<{ id: number | string }>({
    collection: config.slug,
    where: { id: { equals: id } },
    locale: 'all',
    req,
  })
  return row ? snapshot({ ...row }, { config }) : null
}

/**
 * The same, holding the row until the transaction ends: of two saves that both set `paid`, the second one
 * sees what the first one wrote, and only one of them means `order.paid`.
 */
export async function lockMainRow(
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  id: number | string,
  { forDeletion = false }: { forDeletion?: boolean } = {},
): Promise<JsonObject | null> {
  const { payload } = req
  if (req.transactionID) await lockRow({ payload, req, collection: config.slug, id, forDeletion })
  return readMainRow(req, config, id)
}

/** Whether the document was published before the save that is being captured. */
export async function wasEverPublished(
  req: PayloadRequest,
  slug: string,
  id: number | string,
  createdType: string | undefined,
): Promise<boolean> {
  const sql = await sqlOfRequest(req.payload, req)
  const logged = await sql.query(
    `SELECT 1 FROM event_logs WHERE collection = $1 AND document_id = $2 AND type = $3
     UNION ALL SELECT 1 FROM event_sequences WHERE id = $1::text || ':' || $2::text AND types ? $3 LIMIT 1`,
    [slug, String(id), createdType ?? ''],
  )
  if (logged.rows.length > 0) return true
  const versions = await req.payload.db.findVersions({
    collection: slug,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    limit: 2,
    pagination: false,
    req,
  })
  // The save in progress has stored its own published version already.
  return versions.docs.length > 1
}
