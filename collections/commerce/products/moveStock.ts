import type { PayloadRequest } from 'payload'

import { metaOfRequest } from '../../../hooks/capture/emitter.ts'
import { readMainRow } from '../../../hooks/capture/mainRowStore.ts'
import { productUpdated } from '../../../src/event-catalogue/events/products/productUpdated.ts'
import { findRuntime } from '../../../src/runtime/findRuntime.ts'
import { executeSql } from '../../executeSql.ts'
import { lockStoredValue } from '../../lockStoredValue.ts'

/** What became of a {@link moveStock}. */
export type StockMove =
  | { outcome: 'moved' | 'not_counted' | 'unavailable' }
  | { outcome: 'short'; available: number }

type MoveStockOptions = {
  req: PayloadRequest
  product: number | string
  /** Units to add; negative to take. */
  by: number
}

/**
 * Takes units of a product out of stock or puts them back, inside the transaction of `req` and with the product locked until
 * its end. Written below Payload's update, which would publish whatever draft waits; the newest version is kept in step, or
 * the next save in the admin panel would bring the old count back. Tells of it as a save would: `product.updated`.
 * `unavailable`: deleted, or taken from while it is not published.
 */
export async function moveStock({ by, product, req }: MoveStockOptions): Promise<StockMove> {
  const config = req.payload.collections['products']?.config
  if (!config) return { outcome: 'unavailable' }
  await lockStoredValue({ req, collection: 'products', id: product, field: 'id' })
  const previous = await readMainRow(req, config, product)
  const isPublished = previous?.['_status'] === 'published'
  if (!previous || (by < 0 && !isPublished)) return { outcome: 'unavailable' }
  const stock = previous['stock']
  if (typeof stock !== 'number') return { outcome: 'not_counted' }
  if (stock + by < 0) return { outcome: 'short', available: stock }
  await executeSql(req, 'update products set stock = stock + $2 where id = $1', [product, by])
  await executeSql(
    req,
    `update _products_v set version_stock = greatest(version_stock + $2, 0)
     where parent_id = $1 and latest`,
    [product, by],
  )
  if (isPublished) {
    const data = {
      current: { ...previous, stock: stock + by },
      previous,
      changed: ['stock'],
    }
    const meta = metaOfRequest(req, 'products', 'update', product)
    await findRuntime(req.payload)?.events.capture([{ definition: productUpdated, data, meta }], {
      req,
    })
  }
  return { outcome: 'moved' }
}
