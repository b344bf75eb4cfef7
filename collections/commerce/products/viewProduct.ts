import type { PayloadRequest } from 'payload'

import { metaOfRequest } from '../../../hooks/capture/emitter.ts'
import { readMainRow } from '../../../hooks/capture/mainRowStore.ts'
import { productViewed } from '../../../src/event-catalogue/events/products/productViewed.ts'
import { clientAddress } from '../../../src/http/clientAddress.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { isBot } from '../../../src/http/isBot.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import type { RateLimit } from '../../../src/rate-limit/rateLimiter.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { productNotFound } from './productNotFound.ts'

/** Of one address and one product: who reloads a page all the time is not interested ten times a minute. */
const perProduct: RateLimit = { name: 'product-view', points: 10, perSeconds: 60 }

/**
 * `POST /api/products/:id/view`, sent by the shop front when a product page is shown: one `product.viewed` (200,
 * `{ counted: true }`), none for a bot (200, `{ counted: false }`). Nothing is written into the product: a page that is looked
 * at by thousands must not be a row that thousands update. Throws FLOW_PRODUCT_NOT_FOUND (404), also for drafts.
 */
export const viewProduct = defineEndpoint({
  method: 'post',
  path: '/:id/view',
  access: 'public',
  limit: { name: 'product-views', points: 240, perSeconds: 60 },
  handle: async ({ param, req, runtime }) => {
    const product = await publishedProduct(req, param('id'))
    if (!product) throw productNotFound(req, param('id'))
    if (isBot(req)) return jsonResponse({ counted: false })
    await runtime.limiter.consume(perProduct, `${clientAddress(req)} ${String(product['id'])}`)
    const meta = {
      ...metaOfRequest(req, 'products', 'update', String(product['id'])),
      source: 'api' as const,
      operation: null,
    }
    const data = { current: product, previous: null, changed: [] }
    await runtime.events.capture([{ definition: productViewed, data, meta }], { req })
    return jsonResponse({ counted: true })
  },
})

async function publishedProduct(req: PayloadRequest, id: string): Promise<JsonObject | undefined> {
  const config = req.payload.collections['products']?.config
  const known = documentIdOf(req.payload, 'products', id)
  if (!config || known === undefined) return undefined
  const row = await readMainRow(req, config, known)
  return row?.['_status'] === 'published' ? row : undefined
}
