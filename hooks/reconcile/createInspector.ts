import type { Payload, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { postgresAdapter } from '../../src/database/postgresAdapter.ts'
import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'
import { tableOf } from '../../src/database/tableOf.ts'
import type { JsonObject } from '../../src/kernel/json.ts'
import type { Sql } from '../../src/kernel/sql.ts'
import type { Finding } from '../../src/reconcile/finding.ts'
import type {
  Inspector,
  InspectOptions,
  LookOptions,
  LookReport,
} from '../../src/reconcile/inspector.ts'
import { captureProfile } from '../capture/captureProfile.ts'
import { type Emission, emissionsOf, type Emit } from '../capture/emitter.ts'
import { lockMainRow } from '../capture/mainRowStore.ts'
import { omitFields } from '../capture/omitFields.ts'
import { snapshot } from '../capture/snapshot.ts'
import { rulesFor } from '../rules/rulesFor.ts'
import type { Tracking } from '../rules/track.ts'
import { goneSql } from './goneSql.ts'
import type { KnownState } from './knownState.ts'
import { readKnownStates } from './knownStateStore.ts'
import { untoldChange } from './untoldChange.ts'

type Req = Pick<PayloadRequest, 'transactionID'>

/** What an inspector works with. */
export type InspectorTools = { payload: Payload; emit: Emit }

type Context = {
  payload: Payload
  config: SanitizedCollectionConfig
  tracking: Tracking
  emit: Emit
  /** Types that saves and deletions of the collection mean. */
  types: string[]
  createdType: string | undefined
}

/** Holds the rules of a tracked collection against its rows and the log. */
export function createInspector(
  tracking: Tracking,
  { emit, payload }: InspectorTools,
): Inspector<Req> {
  const collection = payload.collections[tracking.collection]
  if (!collection) throw new Error(`flowmasters: no collection ${tracking.collection}`)
  const saves = rulesFor(tracking, 'save').map(([type]) => type)
  const deletions = rulesFor(tracking, 'delete').map(([type]) => type)
  const context: Context = {
    ...{ payload, tracking, config: collection.config },
    emit: omitFields(emit, tracking.omit ?? []),
    types: [...saves, ...deletions],
    createdType: saves.find((type) => type.endsWith('.created')),
  }
  return {
    collection: tracking.collection,
    lookAtDocuments: (options) => lookAtDocuments(context, options),
    lookForGone: deletions.length > 0 ? (options) => lookForGone(context, options) : null,
    inspect: (documentId, transaction, options) =>
      inspect(context, documentId, { ...transaction, ...options }),
  }
}

async function lookAtDocuments(context: Context, options: LookOptions): Promise<LookReport> {
  const { config, payload } = context
  const { after, bornSince, limit, since } = options
  const { docs } = await payload.db.find<{ id: number | string }>({
    collection: config.slug,
    where: {
      and: [
        ...(after === null ? [] : [{ id: { greater_than: idOf(context, after) } }]),
        ...(since === null || config.timestamps === false
          ? []
          : [{ updatedAt: { greater_than_equal: since.toISOString() } }]),
      ],
    },
    ...{ sort: 'id', limit, pagination: false, locale: 'all' },
  })
  const rows = new Map(
    docs.map((doc) => [String(doc.id), snapshot({ ...doc }, { config })] as const),
  )
  const sql = await sqlOfRequest(payload)
  const known = await knownOf(context, sql, [...rows.keys()])
  const report: LookReport = {
    ...{ looked: rows.size, last: [...rows.keys()].at(-1) ?? null },
    ...{ suspects: [], agreeing: [], unknown: 0 },
  }
  for (const [id, row] of rows) {
    const judged = judge(context, known.get(id), { row, bornSince, documentId: id })
    if (judged === 'unknown') report.unknown += 1
    else if (judged.emissions.length > 0) report.suspects.push(id)
    else report.agreeing.push(id)
  }
  return report
}

async function lookForGone(context: Context, options: LookOptions): Promise<LookReport> {
  const { config, payload, types } = context
  const sql = await sqlOfRequest(payload)
  const table = tableOf(postgresAdapter(payload), config.slug) ?? ''
  const { rows } = await sql.query<{ id: string }>(goneSql(table), [
    ...[config.slug, options.after ?? '', types, options.limit],
  ])
  const ids = rows.map(({ id }) => id)
  const known = await knownOf(context, sql, ids)
  const suspects = ids.filter((id) => known.get(id)?.isDeleted === false)
  const agreeing = ids.filter((id) => known.get(id)?.isDeleted === true)
  return { looked: ids.length, last: ids.at(-1) ?? null, suspects, agreeing, unknown: 0 }
}

async function inspect(
  context: Context,
  documentId: string,
  { bornSince, publish, req, sql }: InspectOptions & { sql: Sql; req: Req },
): Promise<Finding | null> {
  const { config, emit, payload } = context
  const request = { ...req, payload } as PayloadRequest
  const row = await lockMainRow(request, config, idOf(context, documentId))
  const known = (await knownOf(context, sql, [documentId])).get(documentId)
  const judged = judge(context, known, { row, bornSince, documentId })
  if (judged === 'unknown' || judged.emissions.length === 0) return null
  const { emissions, kind } = judged
  if (publish) await emit(emissions, request)
  const [first] = emissions
  return {
    ...{ documentId, kind },
    types: emissions.map(({ type }) => type),
    fields: first?.data.changed ?? [],
  }
}

type Judged = 'unknown' | { emissions: Emission[]; kind: Finding['kind'] }

const kinds = { create: 'never_told', update: 'changed', delete: 'deleted' } as const

/** What the rules say of the difference between a row and the log. */
function judge(
  { config, createdType, tracking }: Context,
  known: KnownState | undefined,
  { bornSince, documentId, row }: { documentId: string; row: JsonObject | null; bornSince: Date },
): Judged {
  if (!known) return 'unknown'
  const { hasDrafts } = captureProfile(config)
  const change = untoldChange({ row, known, hasDrafts, createdType })
  if (change === null) return { emissions: [], kind: 'changed' }
  if (change === 'unknown') return 'unknown'
  const { operation } = change
  if (operation === 'create' && !known.isDeleted && !isBornSince(row, bornSince)) return 'unknown'
  const emissions = emissionsOf(
    rulesFor(tracking, operation === 'delete' ? 'delete' : 'save'),
    change,
    {
      ...{ source: 'collection_operation', collection: config.slug, operation, documentId },
      reconciled: true,
    },
  )
  return { emissions, kind: kinds[operation] }
}

/** Documents from before the log may never have been meant to be told. */
function isBornSince(row: JsonObject | null, moment: Date): boolean {
  const createdAt = row?.['createdAt']
  return typeof createdAt === 'string' && Date.parse(createdAt) >= moment.getTime()
}

function knownOf(
  { config, types }: Context,
  sql: Sql,
  ids: readonly string[],
): Promise<Map<string, KnownState>> {
  return readKnownStates(sql, { collection: config.slug, ids, types })
}

function idOf({ payload, config }: Context, id: string): number | string {
  const { customIDType } = payload.collections[config.slug] ?? {}
  return (customIDType ?? payload.db.defaultIDType) === 'number' ? Number(id) : id
}
