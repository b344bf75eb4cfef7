import type { Payload, PayloadRequest } from 'payload'

import type { Seedling } from './planter.ts'

/**
 * Writes the document in Russian, then in English, in the transaction of `req`; both at the moment the clock tells. Where
 * there are drafts the second save publishes, so that the world hears of a finished document once.
 */
export async function plantOne(
  payload: Payload,
  { at, by, collection, data, en, file }: Seedling,
  { transactionID }: Pick<PayloadRequest, 'transactionID'>,
): Promise<number> {
  const hasDrafts = Boolean(payload.collections[collection]?.config.versions?.drafts)
  const status = hasDrafts ? { _status: data['_status'] ?? 'published' } : {}
  const first = hasDrafts && en ? { _status: 'draft' } : status
  // Payload writes locale and user into the request it is given: each call gets its own.
  const common = () => ({
    collection,
    depth: 0,
    req: transactionID === undefined ? {} : { transactionID },
    ...(by ? { user: by } : {}),
  })
  const picture = file ? { file: await file() } : {}
  const { id } = await payload.create({
    ...common(),
    ...picture,
    locale: 'ru',
    data: { ...data, ...first, createdAt: at, updatedAt: at },
  })
  if (en) await payload.update({ ...common(), id, locale: 'en', data: { ...en, ...status } })
  return Number(id)
}
