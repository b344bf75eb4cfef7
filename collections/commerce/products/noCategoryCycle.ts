import type { CollectionBeforeChangeHook } from 'payload'

import { advisoryLock } from '../../advisoryLock.ts'
import { executeSql } from '../../executeSql.ts'
import { refuseField } from '../../refuseField.ts'

/**
 * Refuses (400, on `parent`) a category that would stand inside itself. One change of the tree at a time: two that are fine
 * each can make a circle together.
 */
export const noCategoryCycle: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const parent: unknown = data['parent']
  if (operation !== 'update' || typeof parent === 'undefined' || parent === null) return data
  if (parent === (originalDoc?.parent?.id ?? originalDoc?.parent)) return data
  await advisoryLock(req, 'categories')
  const rows = await executeSql(
    req,
    `with recursive above as (
       select id, parent_id from product_categories where id = $1
       union
       select c.id, c.parent_id from product_categories c join above a on c.id = a.parent_id
     ) select 1 from above where id = $2`,
    [parent, originalDoc.id],
  )
  if (!rows || rows.length === 0) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'parent',
    message: {
      en: 'A category cannot stand inside itself.',
      ru: 'Категория не может находиться внутри самой себя.',
    },
    id: originalDoc.id,
  })
}
