import type { CollectionBeforeChangeHook } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { refuseField } from '../../refuseField.ts'
import { advisoryLock } from '../../advisoryLock.ts'

/**
 * Says (400, on the code) that the user has this achievement already. Awards to one user take turns from here to the end of
 * their transactions, so that this and the count that follows are exact.
 */
export const refuseSecondAward: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const user = documentIdOf(req.payload, 'users', data['user'] ?? originalDoc?.user)
  const { code } = data
  if (!user) return data
  await advisoryLock(req, 'achievements', user)
  if (typeof code !== 'string' || code === originalDoc?.code) return data
  const { totalDocs } = await req.payload.db.count({
    collection: collection.slug,
    where: {
      and: [
        { user: { equals: user } },
        { code: { equals: code } },
        ...(operation === 'update' ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    req,
  })
  if (totalDocs === 0) return data
  throw refuseField({
    req,
    collection: collection.slug,
    path: 'code',
    message: {
      en: 'This user has this achievement already.',
      ru: 'У этого пользователя уже есть это достижение.',
    },
  })
}
