import type { CollectionBeforeChangeHook } from 'payload'

/** Copies the contact of the account into its new cart, so that a letter about the cart can reach its owner. */
export const contactFromAccount: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const user: unknown = data['user']
  const known: unknown = originalDoc?.user?.id ?? originalDoc?.user
  if (user === null || user === undefined || user === known) return data
  const account = await req.payload.db.findOne<{
    id: number | string
    email?: string | null
    name?: string | null
    phone?: string | null
    locale?: string | null
  }>({ collection: 'users', where: { id: { equals: user } }, req })
  if (!account) return data
  return {
    ...data,
    email: data['email'] ?? account.email,
    name: data['name'] ?? account.name,
    phone: data['phone'] ?? account.phone,
    language: data['language'] ?? account.locale,
  }
}
