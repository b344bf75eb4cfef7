import type { CollectionBeforeChangeHook } from 'payload'

import { refuseField } from '../../refuseField.ts'
import { targetOf } from './targetOf.ts'

/**
 * A comment stays where it was written, and an answer stands under the same thing as what it answers. So threads
 * cannot be moved, crossed or tied into a ring. Answers 400 with a `ValidationError` on `parent`.
 */
export const placeComment: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update') {
    return { ...data, target: originalDoc?.target, parent: originalDoc?.parent }
  }
  const parentId: unknown = data['parent']
  if (parentId === undefined || parentId === null) return data
  const parent = await req.payload.db.findOne<Record<string, unknown> & { id: number }>({
    collection: 'comments',
    where: { id: { equals: parentId } },
    req,
  })
  const above = targetOf(parent?.['target'])
  const own = targetOf(data['target'])
  const isSamePlace = above?.relationTo === own?.relationTo && above?.id === own?.id
  if (parent && isSamePlace) return data
  throw refuseField({
    req,
    collection: 'comments',
    path: 'parent',
    message: {
      en: 'Only a comment on the same post can be answered.',
      ru: 'Можно ответить только на комментарий к той же публикации.',
    },
  })
}
