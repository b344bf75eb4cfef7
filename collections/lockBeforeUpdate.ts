import type { AccessResult, CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { documentIdOf } from './documentIdOf.ts'
import { lockStoredValue } from './lockStoredValue.ts'

/**
 * Locks the rows of an update before Payload reads them. Payload writes whole documents back, so without it a save that
 * changes one field undoes what somebody else wrote into another between its reading and its writing.
 *
 * The collection must say `lockDocuments: false`. Looking for editors' locks, Payload takes a second connection in the middle
 * of the update: with as many writers of one row as the pool has connections, all would wait for each other for ever.
 */
export const lockBeforeUpdate: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!operation.startsWith('update') || !req.transactionID) return args
  const id = Reflect.get(args, 'id') as number | string | undefined
  // Strangers must not hold rows: this runs before Payload asks whether they may.
  const allowed =
    Reflect.get(args, 'overrideAccess') === true ||
    (await collection.access.update({ req, ...(id ? { id } : {}) }))
  if (allowed === false) return args
  const slug = collection.slug
  const ids = id === undefined ? await idsOf(req, slug, Reflect.get(args, 'where'), allowed) : [id]
  const known = ids.flatMap((each) => documentIdOf(req.payload, slug, each) ?? [])
  // Always in the same order, or two bulk updates could wait for each other.
  for (const each of known.sort(byValue)) {
    await lockStoredValue({ req, collection: slug, id: each, field: 'id' })
  }
  return args
}

async function idsOf(
  req: PayloadRequest,
  collection: string,
  where: unknown,
  allowed: AccessResult,
): Promise<unknown[]> {
  if (typeof where !== 'object' || where === null) return []
  const { docs } = await req.payload.find({
    collection,
    where: { and: [where as Where, ...(typeof allowed === 'object' ? [allowed] : [])] },
    depth: 0,
    pagination: false,
    select: {},
    req: {
      context: { ...req.context },
      ...(req.transactionID ? { transactionID: req.transactionID } : {}),
    },
  })
  return docs.map((doc) => doc.id)
}

function byValue(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
}
