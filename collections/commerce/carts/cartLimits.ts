/** How much fits into a cart. */
export const cartLimits = {
  /** Units in one line. */
  maxQuantity: 999,
  /** Lines in one cart. */
  maxLines: 100,
} as const
