import { eventSubscriptions } from '../data/eventSubscriptions.ts'
import type { SeedContext } from '../seedContext.ts'

/** Who is told of events: first of all areas, so that what follows is delivered. */
export async function seedSubscriptions({
  isMailKept,
  manager: by,
  planter,
}: SeedContext): Promise<void> {
  for (const { data, isEnabled, isMail, name } of eventSubscriptions) {
    await planter.plant({
      collection: 'event-subscriptions',
      name,
      at: planter.moments.ago(70, 10),
      by,
      data: { ...data, enabled: isEnabled && (isMailKept || isMail === undefined) },
    })
  }
}
