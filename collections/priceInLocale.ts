import type { PayloadRequest } from 'payload'

/** A sum in the shop's own units. */
export type Price = { amount: number; currency: string }

/**
 * The price a person of the request's language pays: that of their locale, else that of the default one, else any.
 * Takes the localised field as the row has it; `undefined` when no language has a price.
 */
export function priceInLocale(req: PayloadRequest, byLocale: unknown): Price | undefined {
  if (typeof byLocale !== 'object' || byLocale === null) return undefined
  const prices = new Map<string, unknown>(Object.entries(byLocale))
  const { localization } = req.payload.config
  const preferred = [req.locale, localization ? localization.defaultLocale : undefined]
  const inOrder = [...preferred.map((locale) => prices.get(locale ?? '')), ...prices.values()]
  return inOrder.find(isPrice)
}

function isPrice(value: unknown): value is Price {
  return (
    typeof value === 'object' &&
    value !== null &&
    'amount' in value &&
    typeof value.amount === 'number' &&
    'currency' in value &&
    typeof value.currency === 'string'
  )
}
