/** A line of a cart as its row holds it. */
export type CartLine = {
  id?: string | null
  /** Id of the product; null when it was deleted. */
  product?: number | string | null
  variant?: string | null
  title?: string | null
  sku?: string | null
  quantity: number
  /** Of one unit, frozen when the line was added. */
  price?: { amount?: number | null; currency?: string | null } | null
}
