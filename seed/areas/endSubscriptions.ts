import type { SeedContext } from '../seedContext.ts'

/** Switches off the webhook that only the history needed. */
export async function endSubscriptions({ manager: by, planter }: SeedContext): Promise<void> {
  await planter.amend('event-subscriptions', 'warehouse', {
    at: planter.moments.ago(0, 8),
    by,
    data: { enabled: false },
  })
}
