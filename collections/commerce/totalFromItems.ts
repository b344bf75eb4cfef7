import type { CollectionBeforeChangeHook } from 'payload'

type Item = {
  quantity?: number | null
  price?: { amount?: number | null; currency?: string | null } | null
}

/**
 * Fills the total of a new order that came with priced items of one currency but without a total: items less the discount
 * and with the delivery, never below zero. A total that was given is never touched.
 */
export const totalFromItems: CollectionBeforeChangeHook = ({ data, operation }) => {
  if (operation !== 'create' || typeof data['total']?.amount === 'number') return data
  const items: Item[] = Array.isArray(data['items']) ? data['items'] : []
  const sums = [...items.map(({ price }) => price), data['discount'], data['deliveryCost']]
  const given = sums.filter((sum) => typeof sum?.amount === 'number')
  const currencies = new Set(given.map((sum) => sum.currency))
  const [currency] = currencies
  const isPriced = items.every((item) => typeof item.price?.amount === 'number')
  if (items.length === 0 || currencies.size !== 1 || !currency || !isPriced) return data
  const minor = items.reduce((sum, item) => sum + minorOf(item.price) * (item.quantity ?? 1), 0)
  const total = minor - minorOf(data['discount']) + minorOf(data['deliveryCost'])
  return { ...data, total: { amount: Math.max(0, total) / 100, currency } }
}

function minorOf(sum: { amount?: number | null } | null | undefined): number {
  return Math.round((sum?.amount ?? 0) * 100)
}
