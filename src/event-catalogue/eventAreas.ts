import type { Localised } from '../kernel/localised.ts'

/** A part of the business that events are grouped by in the admin, the catalogue page and the docs. */
export type EventArea = { slug: string; label: Localised }

/** Areas of the bundled events. A site's own events may bring their own area. */
export const eventAreas = {
  users: { slug: 'users', label: { en: 'Users', ru: 'Пользователи' } },
  orders: { slug: 'orders', label: { en: 'Orders', ru: 'Заказы' } },
  products: { slug: 'products', label: { en: 'Products', ru: 'Товары' } },
} as const satisfies Record<string, EventArea>
