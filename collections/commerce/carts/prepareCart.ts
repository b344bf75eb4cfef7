import { isDeepStrictEqual } from 'node:util'
import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import type { Localised } from '../../../src/kernel/localised.ts'
import { currencies } from '../../currencies.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { nowOf } from '../../nowOf.ts'
import { textFor } from '../../textFor.ts'
import { quoteProducts } from '../products/quoteProducts.ts'
import type { CartLine } from './cartLine.ts'
import { cartTotals } from './cartTotals.ts'
import { lineKey } from './lineKey.ts'
import { linesOf } from './linesOf.ts'

/**
 * Everything a cart works out by itself, however it is saved: one line per product and variant, title, SKU and price of new
 * lines from the product, subtotal and count, and when the lines last changed. A price once given stays with its line.
 */
export const prepareCart: CollectionBeforeChangeHook = async (args) => {
  const { data, operation, originalDoc, req } = args
  const now = nowOf(req.payload)
  const currency: string = data['currency'] ?? originalDoc?.currency ?? currencies[0]
  const before = linesOf(originalDoc?.items)
  // Rubbish in place of a list is for the validation to refuse.
  if (data['items'] !== undefined && data['items'] !== null && !Array.isArray(data['items'])) {
    return data
  }
  const given = linesOf(data['items'] ?? originalDoc?.items)
  const { isComplete, lines } = await pricedLines({ args, before, currency, lines: given })
  if (!isComplete) return data
  const isChanged = !isDeepStrictEqual(essenceOf(before), essenceOf(lines))
  if (isChanged && operation === 'update') assertActive(args)
  const converted = data['status'] === 'converted' && originalDoc?.status !== 'converted'
  return {
    ...data,
    currency,
    items: lines,
    ...cartTotals(lines, currency),
    ...(isChanged ? { lastChangedAt: changedAt(args, now) } : {}),
    ...(converted ? { convertedAt: data['convertedAt'] ?? now } : {}),
  }
}

type HookArgs = Parameters<CollectionBeforeChangeHook>[0]

/** A new cart may bring its date along, as an import does. */
function changedAt({ data, operation }: HookArgs, now: string): string {
  return operation === 'create' ? (data['lastChangedAt'] ?? now) : now
}

type PricedOptions = {
  args: HookArgs
  before: readonly CartLine[]
  lines: readonly CartLine[]
  currency: string
}

async function pricedLines({
  args,
  before,
  currency,
  lines,
}: PricedOptions): Promise<{ isComplete: boolean; lines: CartLine[] }> {
  const { req } = args
  const known = new Map(before.map((line) => [lineKey(line), line]))
  const merged = [...mergedLines(lines).values()].map((line) => fromKnown(line, known))
  const open = merged.filter((line) => !isPriced(line, currency) || !line.title)
  const ids = open.map(({ product }) => documentIdOf(req.payload, 'products', product))
  // A line without a product has a better message to come.
  if (ids.includes(undefined)) return { isComplete: false, lines: [] }
  const quotes = await quoteProducts({ req, ids: ids.filter((id) => id !== undefined), currency })
  const errors: { message: string; path: string }[] = []
  const priced = merged.map((line, index) => {
    if (!open.includes(line)) return line
    const quote = quotes.get(documentIdOf(req.payload, 'products', line.product) ?? '')
    if (!quote) {
      errors.push({ path: `items.${index}.product`, message: textFor(req, texts.noProduct) })
      return line
    }
    const price = isPriced(line, currency) ? line.price : quote.price
    if (!price)
      errors.push({ path: `items.${index}.price`, message: textFor(req, texts.noPrice(currency)) })
    return {
      ...line,
      title: line.title ?? quote.title,
      sku: line.sku ?? quote.sku,
      price: price ?? null,
    }
  })
  if (errors.length > 0) throw refused(args, errors)
  return { isComplete: true, lines: priced }
}

/** One line per product and variant; what stands twice is added up. */
function mergedLines(lines: readonly CartLine[]): Map<string, CartLine> {
  const merged = new Map<string, CartLine>()
  for (const line of lines) {
    const known = merged.get(lineKey(line))
    merged.set(lineKey(line), known ? { ...known, quantity: known.quantity + line.quantity } : line)
  }
  return merged
}

/** What a caller left out of a line that was there before. */
function fromKnown(line: CartLine, known: ReadonlyMap<string, CartLine>): CartLine {
  const old = known.get(lineKey(line))
  if (!old) return line
  const hasPrice = typeof line.price?.amount === 'number'
  return {
    ...line,
    id: line.id ?? old.id ?? null,
    title: line.title ?? old.title ?? null,
    sku: line.sku ?? old.sku ?? null,
    price: (hasPrice ? line.price : old.price) ?? null,
  }
}

function isPriced({ price }: CartLine, currency: string): boolean {
  return typeof price?.amount === 'number' && (price.currency ?? currency) === currency
}

/** What a buyer would notice; the order of the lines is not part of it. */
function essenceOf(lines: readonly CartLine[]): unknown[] {
  return lines
    .map((line) => [
      lineKey(line),
      line.quantity,
      line.price?.amount ?? null,
      line.price?.currency ?? null,
    ])
    .sort(([a], [b]) => String(a).localeCompare(String(b)))
}

function assertActive(args: HookArgs): void {
  const { originalDoc, req } = args
  if (originalDoc?.status === 'active') return
  throw refused(args, [{ path: 'items', message: textFor(req, texts.notActive) }])
}

function refused(
  { collection, originalDoc, req }: HookArgs,
  errors: { message: string; path: string }[],
): ValidationError {
  return new ValidationError({ collection: collection.slug, errors, id: originalDoc?.id, req })
}

const texts = {
  noProduct: { en: 'There is no such product.', ru: 'Такого товара нет.' },
  noPrice: (currency: string): Localised => ({
    en: `The product has no price in ${currency}.`,
    ru: `У товара нет цены в валюте ${currency}.`,
  }),
  notActive: {
    en: 'The cart has become an order or was merged: its items do not change.',
    ru: 'Корзина уже стала заказом или объединена с другой: товары не меняются.',
  },
}
