import type { PayloadRequest } from 'payload'

/** What the shop sells a product for at this moment. */
export type ProductQuote = {
  id: number | string
  title: string | null
  sku: string | null
  isPublished: boolean
  /** Units left; null when the shop does not count them. */
  stock: number | null
  /** In the currency that was asked for; null when the product has no price in it. */
  price: { amount: number; currency: string } | null
}

type ProductRow = {
  id: number | string
  title?: Record<string, string | null> | null
  sku?: string | null
  stock?: number | null
  _status?: string | null
  price?: Record<string, { amount?: number | null; currency?: string | null } | null> | null
}

type QuoteOptions = { req: PayloadRequest; ids: readonly (number | string)[]; currency: string }

/** Quotes for the products among `ids` that exist, from their published rows and never from drafts. */
export async function quoteProducts({
  currency,
  ids,
  req,
}: QuoteOptions): Promise<Map<number | string, ProductQuote>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<ProductRow>({
    collection: 'products',
    where: { id: { in: [...new Set(ids)] } },
    locale: 'all',
    pagination: false,
    limit: 0,
    req,
  })
  const locales = localesOf(req)
  return new Map(docs.map((row) => [row.id, quoteOf(row, { currency, locales })]))
}

function quoteOf(
  row: ProductRow,
  { currency, locales }: { currency: string; locales: readonly string[] },
): ProductQuote {
  const titles = row.title ?? {}
  const prices = row.price ?? {}
  const known = [...locales, ...Object.keys(prices)].map((locale) => prices[locale])
  const price = known.find(
    (sum) => typeof sum?.amount === 'number' && (sum.currency ?? null) === currency,
  )
  return {
    id: row.id,
    title:
      [...locales, ...Object.keys(titles)].map((locale) => titles[locale]).find(Boolean) ?? null,
    sku: row.sku ?? null,
    isPublished: row._status === 'published',
    stock: row.stock ?? null,
    price: price ? { amount: price.amount ?? 0, currency } : null,
  }
}

/** The languages of the request, the wanted one first. */
function localesOf({ locale, payload }: PayloadRequest): string[] {
  const { localization } = payload.config
  const fallback = localization ? [localization.defaultLocale] : []
  return [...(locale && locale !== 'all' ? [locale] : []), ...fallback]
}
