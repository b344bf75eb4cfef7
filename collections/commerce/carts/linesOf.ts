import type { CartLine } from './cartLine.ts'
import { isRecord } from '../../../src/kernel/isRecord.ts'

/** The lines of a cart out of anything: Payload's hooks see what came in before it is validated. Relations become ids. */
export function linesOf(items: unknown): CartLine[] {
  if (!Array.isArray(items)) return []
  return items.filter(isRecord).map((row) => ({
    ...(typeof row['id'] === 'string' ? { id: row['id'] } : {}),
    product: idOf(row['product']),
    variant: textOf(row['variant']),
    title: textOf(row['title']),
    sku: textOf(row['sku']),
    // What is no number stays what it is, for the validation to refuse.
    quantity: (row['quantity'] ?? 1) as number,
    price: isRecord(row['price']) ? row['price'] : null,
  }))
}

function idOf(value: unknown): number | string | null {
  const id = isRecord(value) ? value['id'] : value
  return typeof id === 'number' || typeof id === 'string' ? id : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
