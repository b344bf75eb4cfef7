import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
} from 'payload'

import type { JsonObject } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { isVisibleRow } from '../rules/isVisibleRow.ts'
import type { Rule } from '../rules/rule.ts'
import { captureProfile } from './captureProfile.ts'
import { changedFields } from './changedFields.ts'
import type { Emit } from './emitter.ts'
import { emissionsOf, metaOfRequest } from './emitter.ts'
import { lockMainRow, readMainRow, wasEverPublished } from './mainRowStore.ts'
import { requestNotes } from './requestNotes.ts'
import { snapshot } from './snapshot.ts'

type SaveHooks = {
  beforeOperation: CollectionBeforeOperationHook
  beforeChange: CollectionBeforeChangeHook
  afterChange: CollectionAfterChangeHook
}

type AfterChangeArgs = Parameters<CollectionAfterChangeHook>[0]

/** Create, update, bulk, draft, publish, restore, duplicate: every way Payload saves a document ends here. */
export function captureSave(rules: readonly (readonly [string, Rule])[], emit: Emit): SaveHooks {
  const createdType = rules.find(([type]) => type.endsWith('.created'))?.[0]
  return {
    beforeOperation: ({ args, collection, context, operation }) => {
      if (operation !== 'create' && !operation.startsWith('update')) return args
      const notes = requestNotes(context)
      notes.begun.add(collection.slug)
      const isComplete = !hasValue(args, 'select') && !hasValue(args, 'duplicateFromID')
      if (!isComplete) notes.incomplete.add(collection.slug)
      return args
    },

    beforeChange: async ({ collection, context, data, operation, originalDoc, req }) => {
      if (operation !== 'update') return data
      const row = await lockMainRow(req, collection, originalDoc.id)
      if (row) stackOf(context, collection.slug, originalDoc.id).push(row)
      return data
    },

    afterChange: async (args) => {
      const { collection, doc, operation, req } = args
      const change = await changeOf(args, createdType)
      const meta = metaOfRequest(req, collection.slug, operation, idOf(args))
      const emissions = emissionsOf(rules, change, meta)
      if (emissions.length > 0) await emit(emissions, req)
      return doc
    },
  }
}

async function changeOf(args: AfterChangeArgs, createdType: string | undefined): Promise<Change> {
  const { collection, context, operation, req } = args
  const { hasDrafts } = captureProfile(collection)
  const id = idOf(args)
  const current = await currentRow(args)
  const previous =
    operation === 'update'
      ? (stackOf(context, collection.slug, id).pop() ?? previousAsPayloadSawIt(args))
      : null
  const isVisible = isVisibleRow(current, hasDrafts)
  const wasVisible = isVisibleRow(previous, hasDrafts)
  const appears = isVisible && !wasVisible
  const isFirstAppearance =
    appears &&
    (operation === 'create' ||
      (hasDrafts && !(await wasEverPublished(req, collection.slug, id, createdType))))
  const changed = changedFields(previous, current)
  return {
    operation,
    current,
    previous,
    changed,
    hasDrafts,
    isVisible,
    wasVisible,
    isFirstAppearance,
  }
}

/** The row after the change: the hook's document where it equals the row, otherwise read again. */
async function currentRow(args: AfterChangeArgs): Promise<JsonObject> {
  const { collection, context, doc, operation, req } = args
  const profile = captureProfile(collection)
  const notes = requestNotes(context)
  const isComplete =
    profile.isPlain &&
    notes.begun.has(collection.slug) &&
    !notes.incomplete.has(collection.slug) &&
    profile.guardedFields.every((name) => doc[name] !== undefined)
  const isOfOneLocale = operation === 'create' && !profile.mayWriteOtherLocales
  const isWholeRow = isOfOneLocale || (!profile.hasLocalised && !profile.hasDrafts)
  if (isComplete && isWholeRow) {
    const wrapLocale = req.locale && req.locale !== 'all' ? req.locale : undefined
    return snapshot(doc, {
      config: collection,
      wrapLocale: profile.hasLocalised ? wrapLocale : undefined,
    })
  }
  return (await readMainRow(req, collection, idOf(args))) ?? snapshot(doc, { config: collection })
}

/** When another hook replaced the request's context: less exact (not locked, one locale), but no change is missed. */
function previousAsPayloadSawIt({
  collection,
  previousDoc,
  req,
}: AfterChangeArgs): JsonObject | null {
  if (!previousDoc) return null
  const { hasLocalised } = captureProfile(collection)
  const wrapLocale = hasLocalised && req.locale && req.locale !== 'all' ? req.locale : undefined
  return snapshot(previousDoc, { config: collection, wrapLocale })
}

/** `select` may leave even the id's siblings out of the document, never the id. */
function idOf({ doc, previousDoc }: AfterChangeArgs): number | string {
  return doc.id ?? previousDoc?.id
}

function stackOf(
  context: AfterChangeArgs['context'],
  slug: string,
  id: number | string,
): JsonObject[] {
  const { before } = requestNotes(context)
  const key = `${slug}:${id}`
  const stack = before.get(key)
  if (stack) return stack
  const fresh: JsonObject[] = []
  before.set(key, fresh)
  return fresh
}

function hasValue(args: object, name: string): boolean {
  const value: unknown = Reflect.get(args, name)
  return value !== undefined && value !== null
}
