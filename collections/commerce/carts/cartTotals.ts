import type { CartLine } from './cartLine.ts'

/** Units and worth of lines; counted in minor units, because 0.1 + 0.2 is not 0.3. */
export function cartTotals(
  lines: readonly CartLine[],
  currency: string,
): { itemCount: number; subtotal: { amount: number; currency: string } } {
  const minor = lines.reduce(
    (sum, { price, quantity }) => sum + Math.round((price?.amount ?? 0) * 100) * countOf(quantity),
    0,
  )
  return {
    itemCount: lines.reduce((sum, { quantity }) => sum + countOf(quantity), 0),
    subtotal: { amount: minor / 100, currency },
  }
}

/** Hooks run before validation: what is no count counts as nothing until it is refused. */
function countOf(quantity: unknown): number {
  return typeof quantity === 'number' && Number.isSafeInteger(quantity) ? quantity : 0
}
