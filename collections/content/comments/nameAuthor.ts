import type { CollectionBeforeChangeHook } from 'payload'

/**
 * Gives a new comment the name its author goes by at that time, because readers may not look into accounts. An
 * account without a name stays nameless: the first half of an e-mail address is nobody's business.
 */
export const nameAuthor: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data['authorName'] || !data['author']) return data
  const account = await req.payload.db.findOne<{ id: number; name?: string | null }>({
    collection: 'users',
    where: { id: { equals: data['author'] } },
    req,
  })
  return account?.name ? { ...data, authorName: account.name } : data
}
