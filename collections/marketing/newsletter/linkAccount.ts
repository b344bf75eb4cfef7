import type { CollectionBeforeChangeHook } from 'payload'

/** Connects a subscriber with the account that has the same address, when there is one. */
export const linkAccount: CollectionBeforeChangeHook = async ({ data, req }) => {
  const email: unknown = data['email']
  if (data['user'] || typeof email !== 'string') return data
  const account = await req.payload.db.findOne<{ id: number | string }>({
    collection: 'users',
    where: { email: { equals: email } },
    req,
  })
  return account ? { ...data, user: account.id } : data
}
