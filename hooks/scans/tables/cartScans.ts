import { inTime } from '../inTime.ts'
import type { Scan } from '../scan.ts'

/** When a cart counts as left. */
export type CartScanOptions = {
  /** @default 60 */
  abandonAfterMinutes?: number
}

/** Carts that nobody has touched for a while, with something in them. */
export function cartScans({ abandonAfterMinutes = 60 }: CartScanOptions = {}): Scan[] {
  return [
    inTime.quietFor({
      event: 'cart.abandoned',
      collection: 'carts',
      label: { en: 'Find abandoned carts', ru: 'Найти брошенные корзины' },
      since: 'lastChangedAt',
      forMs: abandonAfterMinutes * 60_000,
      where: { status: 'active', itemCount: { atLeast: 1 } },
      extra: ({ minutes, row }) => ({ idleMinutes: minutes, items: row['items'] ?? [] }),
    }),
  ]
}
