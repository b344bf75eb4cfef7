import type { Scan } from '../scan.ts'
import { inTime } from '../inTime.ts'

const DAY_MS = 86_400_000

/** Whom the search for quiet users looks at, and after how many days. */
export type UserScanOptions = {
  /** @default [7, 30]; the events are `user.inactive_7d` and `user.inactive_30d` whatever the numbers */
  inactiveDays?: readonly [number, number]
  /** Roles that are never told as inactive. @default the team: admin, manager, viewer; empty for users without a `role` field */
  neverInactiveRoles?: readonly string[]
}

/** Users who have gone quiet. Who was never active counts from the day of the registration. */
export function userScans({
  inactiveDays: [short, long] = [7, 30],
  neverInactiveRoles = ['admin', 'manager', 'viewer'],
}: UserScanOptions = {}): Scan[] {
  const quiet = (event: string, days: number): Scan =>
    inTime.quietFor({
      event,
      collection: 'users',
      label: {
        en: `Find users without activity for ${days} days`,
        ru: `Найти пользователей без активности ${days} дн.`,
      },
      since: ['lastActiveAt', 'createdAt'],
      forMs: days * DAY_MS,
      where: neverInactiveRoles.length > 0 ? { role: { not: neverInactiveRoles } } : {},
      extra: (found) => ({ inactiveDays: found.days }),
      everyMs: 15 * 60_000,
    })
  return [quiet('user.inactive_7d', short), quiet('user.inactive_30d', long)]
}
