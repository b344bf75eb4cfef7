import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { asAction } from '../../asAction.ts'
import { productNotFound } from '../products/productNotFound.ts'
import { quoteProducts } from '../products/quoteProducts.ts'
import { mailAddress } from '../../mailAddress.ts'

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((given) => !given.includes('\0'), { error: 'must not hold NUL characters' })

const body = z.strictObject({
  product: z.union([z.number(), text(100)]),
  rating: z.int().min(1).max(5),
  title: text(200).optional(),
  text: text(5000).optional(),
  name: text(100).min(1),
  email: mailAddress.optional(),
  /** A field people do not see; programs fill it in. */
  website: z.string().optional(),
})

/**
 * `POST /api/reviews/guest`: a review by who has no account (202). It waits for a moderator. Throws FLOW_PRODUCT_NOT_FOUND
 * (404), also for drafts.
 */
export const reviewAsGuest = defineEndpoint({
  method: 'post',
  path: '/guest',
  access: 'public',
  limit: { name: 'review-guest', points: 10, perSeconds: 3600 },
  body,
  handle: async ({ body: { email, name, product, website, ...review }, payload, req: outer }) => {
    const accepted = jsonResponse({ status: 'pending' }, 202)
    if (website) return accepted
    await asAction(outer, async (req) => {
      const id = documentIdOf(payload, 'products', product)
      const quotes = await quoteProducts({ req, ids: id === undefined ? [] : [id], currency: '' })
      if (!quotes.get(id ?? '')?.isPublished) throw productNotFound(req, product)
      const author = { authorName: name, ...(email ? { authorEmail: email } : {}) }
      const data = { ...review, ...author, product: id, status: 'pending' }
      await req.payload.create({ collection: 'reviews', data, depth: 0, req })
    })
    return accepted
  },
})
