import { inTime } from '../inTime.ts'
import type { Scan } from '../scan.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const running = ['trialing', 'active', 'past_due'] as const

/** What happens at the end of a paid period, and before it. */
export type SubscriptionScanOptions = {
  /** @default 7 */
  expiringSoonDays?: number
  /** How long a subscription that renews by itself waits for the payment after the end of its period. @default 1 */
  renewalGraceHours?: number
}

/** Subscriptions whose paid period ends soon, and those whose has ended. */
export function subscriptionScans({
  expiringSoonDays = 7,
  renewalGraceHours = 1,
}: SubscriptionScanOptions = {}): Scan[] {
  return [expiringSoon(expiringSoonDays), periodEnded(renewalGraceHours)]
}

function expiringSoon(days: number): Scan {
  return inTime.ahead({
    event: 'subscription.expiring_soon',
    collection: 'subscriptions',
    label: {
      en: 'Find subscriptions that end soon',
      ru: 'Найти подписки, которые скоро закончатся',
    },
    of: 'currentPeriodEnd',
    byMs: days * DAY_MS,
    where: { status: running },
    extra: (found) => ({ daysLeft: -found.days }),
  })
}

/**
 * Gives a subscription the status its end means, through Payload; the rules tell `subscription.expired` or `.cancelled`. One that
 * was cancelled for the end of its period is cancelled then, every other one expires.
 */
function periodEnded(graceHours: number): Scan {
  const moment = 'currentPeriodEnd'
  return {
    name: 'subscription.expired',
    label: { en: 'End subscriptions that were not renewed', ru: 'Завершить непродлённые подписки' },
    collection: 'subscriptions',
    events: [],
    everyMs: 15 * MINUTE_MS,
    sweepEveryMs: 0,
    passes: [
      {
        name: 'cancelled',
        moment,
        afterMs: 0,
        where: { status: running, cancelAtPeriodEnd: true },
      },
      {
        name: 'ended',
        moment,
        afterMs: 0,
        where: { status: running, cancelAtPeriodEnd: { not: [true] }, autoRenew: { not: [true] } },
      },
      {
        name: 'not_renewed',
        moment,
        afterMs: graceHours * HOUR_MS,
        where: { status: running, cancelAtPeriodEnd: { not: [true] }, autoRenew: true },
      },
    ],
    spell: [],
    action: {
      kind: 'save',
      fields: ({ pass }) => ({ status: pass === 'cancelled' ? 'cancelled' : 'expired' }),
    },
  }
}
