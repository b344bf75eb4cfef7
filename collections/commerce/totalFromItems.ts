import type { CollectionBeforeChangeHook } from 'payload'

type Item = {
  quantity?: number | null
  price?: { amount?: number | null; currency?: string | null } | null
}

/**
 * Fills the total of a new order that came with priced items of one currency but without a total.
 * A total that was given is never touched: discounts and delivery are the caller's business.
 */
export const totalFromItems: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation !== 'create' || typeof data['total']?.amount === 'number') return data
  const items: Item[] = Array.isArray(data['items']) ? data['items'] : []
  const currencies = new Set(items.map((item) => item.price?.currency))
  const [currency] = currencies
  const isPriced = items.every((item) => typeof item.price?.amount === 'number')
  if (items.length === 0 || currencies.size !== 1 || !currency || !isPriced) return data
  const minor = items.reduce(
    (sum, item) => sum + Math.round((item.price?.amount ?? 0) * 100) * (item.quantity ?? 1),
    0,
  )
  return { ...data, total: { amount: minor / 100, currency } }
}
