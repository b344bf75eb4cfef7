import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { nowOf } from '../../nowOf.ts'
import { refuseField } from '../../refuseField.ts'

type Id = number | string

/**
 * What a review works out by itself: how its author is called, whether they bought the product, when it was moderated and
 * answered. Refuses (400, on `product`) a second review of a product by the same account.
 */
export const completeReview: CollectionBeforeChangeHook = async (args) => {
  const { data, originalDoc, req } = args
  const now = nowOf(req.payload)
  const author = idOf(data['author'])
  const product = documentIdOf(req.payload, 'products', idOf(data['product']))
  if (product !== undefined) await assertReviewable(args, product, author)
  const isModerated = ['approved', 'rejected'].includes(data['status'])
  const isNewlyModerated = isModerated && data['status'] !== originalDoc?.status
  return {
    ...data,
    authorName: data['authorName'] || (await nameOf(req, author)),
    isVerified: await hasBought(req, author, product),
    ...(isNewlyModerated ? { moderatedAt: now } : {}),
    ...replyOf(args, now),
  }
}

type HookArgs = Parameters<CollectionBeforeChangeHook>[0]

async function assertReviewable(
  args: HookArgs,
  product: Id,
  author: Id | undefined,
): Promise<void> {
  const { operation, originalDoc, req } = args
  const isSame =
    operation === 'update' &&
    product === idOf(originalDoc?.product) &&
    author === idOf(originalDoc?.author)
  if (isSame || author === undefined) return
  const others = await req.payload.db.count({
    collection: 'reviews',
    where: {
      and: [
        { product: { equals: product } },
        { author: { equals: author } },
        ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    req,
  })
  if (others.totalDocs === 0) return
  throw refuseField({
    req,
    collection: 'reviews',
    path: 'product',
    message: {
      en: 'There is a review of this product by this author already. Change that one.',
      ru: 'Отзыв об этом товаре уже есть. Измените его.',
    },
    id: originalDoc?.id,
  })
}

/** The name of the account. Never its e-mail address: reviews are public. */
async function nameOf(req: PayloadRequest, author: Id | undefined): Promise<string | null> {
  if (author === undefined) return null
  const account = await req.payload.db.findOne<{ id: Id; name?: string | null }>({
    collection: 'users',
    where: { id: { equals: author } },
    req,
  })
  return account?.name ?? null
}

/** Paid for is bought, and stays so when it was refunded later. */
async function hasBought(
  req: PayloadRequest,
  author: Id | undefined,
  product: Id | undefined,
): Promise<boolean> {
  if (author === undefined || product === undefined) return false
  const { totalDocs } = await req.payload.db.count({
    collection: 'orders',
    where: {
      and: [
        { customer: { equals: author } },
        { paidAt: { exists: true } },
        { 'items.product': { equals: product } },
      ],
    },
    req,
  })
  return totalDocs > 0
}

function replyOf({ data, originalDoc, req }: HookArgs, now: string): Record<string, unknown> {
  const text: unknown = data['reply']?.text
  if (!text || text === originalDoc?.reply?.text) return {}
  const reply = { ...data['reply'], repliedAt: now, repliedBy: req.user?.id ?? null }
  return { reply }
}

function idOf(value: unknown): Id | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'number' || typeof id === 'string' ? id : undefined
}
