import type { CartRow } from './cartRow.ts'

/** A cart as its owner sees it; relations are ids. */
export function cartView(cart: CartRow): Record<string, unknown> {
  const { currency, email, id, itemCount, lastChangedAt, name, order, phone, status } = cart
  return {
    id,
    status,
    currency,
    items: cart.items.map((line) => ({
      id: line.id,
      product: line.product,
      variant: line.variant ?? null,
      title: line.title ?? null,
      sku: line.sku ?? null,
      quantity: line.quantity,
      price: line.price ?? null,
      sum: {
        amount: (Math.round((line.price?.amount ?? 0) * 100) * line.quantity) / 100,
        currency,
      },
    })),
    subtotal: cart.subtotal,
    itemCount,
    name,
    email,
    phone,
    language: cart.language,
    order,
    lastChangedAt,
  }
}
