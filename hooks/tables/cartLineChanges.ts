import type { Json, JsonObject } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { isJsonObject } from '../../src/kernel/isJsonObject.ts'

/** A line of a cart whose quantity differs. */
export type CartLineChange = {
  /** The line as it is, or as it was when it is gone. */
  item: JsonObject
  quantityBefore: number
  quantityAfter: number
}

type Line = { item: JsonObject; quantity: number }

/**
 * The lines of a cart whose quantity rose or fell, in the order of the cart: old lines first, then new ones. A line is a
 * product and its variant, not a row: a save that sends the items again without row ids changes nothing.
 */
export function cartLineChanges({
  current,
  isFirstAppearance,
  previous,
}: Change): CartLineChange[] {
  const before = linesOf(isFirstAppearance ? undefined : previous?.['items'])
  const after = linesOf(current['items'])
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const was = before.get(key)
    const is = after.get(key)
    const quantityBefore = was?.quantity ?? 0
    const quantityAfter = is?.quantity ?? 0
    const item = is?.item ?? was?.item
    return item && quantityBefore !== quantityAfter ? [{ item, quantityBefore, quantityAfter }] : []
  })
}

/** Lines by product and variant; the quantities of lines that stand twice are added up. */
function linesOf(items: Json | undefined): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const row of Array.isArray(items) ? items : []) {
    if (!isJsonObject(row)) continue
    const { id: _id, quantity, ...rest } = row
    const item = { ...rest, product: row['product'] ?? null, variant: row['variant'] ?? null }
    const key = JSON.stringify([item.product, item.variant])
    const known = lines.get(key)
    const count = typeof quantity === 'number' ? quantity : 1
    lines.set(key, { item: known?.item ?? item, quantity: (known?.quantity ?? 0) + count })
  }
  return lines
}
