import {
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
  type Where,
} from 'payload'

import { documentIdOf } from './documentIdOf.ts'
import { type Relation, relationsIn } from './relationsIn.ts'
import { textFor } from './textFor.ts'

/**
 * A `beforeValidate` hook that refuses (400, on its field) every id that belongs to nothing, or to a document in the
 * trash. Payload leaves that to the database, whose answer to a broken reference is a 500. Asks once per related
 * collection, and only for ids that the document did not hold before: other saves cost nothing.
 */
export const requireRelations: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { flattenedFields, slug } = collection
  const given = relationsIn(flattenedFields, data)
  if (given.length === 0) return data
  const known = new Set(relationsIn(flattenedFields, originalDoc).map(keyOf))
  const fresh = given.filter((relation) => !known.has(keyOf(relation)))
  const missing: Relation[] = []
  for (const [target, relations] of byTarget(fresh)) {
    const found = await idsThatExist(req, target, relations)
    missing.push(...relations.filter(({ id }) => !found.has(String(id))))
  }
  if (missing.length === 0) return data
  throw new ValidationError({
    collection: slug,
    errors: missing.map(({ id, path }) => ({ path, message: messageFor(req, id) })),
    ...(originalDoc ? { id: originalDoc.id } : {}),
    req,
  })
}

const keyOf = ({ id, target }: Relation): string => `${target}:${String(id)}`

function byTarget(relations: readonly Relation[]): Map<string, Relation[]> {
  const groups = new Map<string, Relation[]>()
  for (const relation of relations) {
    groups.set(relation.target, [...(groups.get(relation.target) ?? []), relation])
  }
  return groups
}

async function idsThatExist(
  req: PayloadRequest,
  collection: string,
  relations: readonly Relation[],
): Promise<Set<string>> {
  const { payload } = req
  const possible = relations.flatMap(({ id }) => documentIdOf(payload, collection, id) ?? [])
  const ids = [...new Set(possible)]
  if (ids.length === 0) return new Set()
  const isThere: Where[] = payload.collections[collection]?.config.trash
    ? [{ deletedAt: { exists: false } }]
    : []
  const { docs } = await payload.db.find<{ id: number | string }>({
    collection,
    where: { and: [{ id: { in: ids } }, ...isThere] },
    select: { id: true },
    joins: false,
    limit: ids.length,
    pagination: false,
    req,
  })
  return new Set(docs.map(({ id }) => String(id)))
}

function messageFor(req: PayloadRequest, id: unknown): string {
  const shown = String(id).slice(0, 100)
  return textFor(req, {
    en: `There is nothing with the id "${shown}" to refer to.`,
    ru: `Ссылка ни на что не указывает: нет записи с номером «${shown}».`,
  })
}
