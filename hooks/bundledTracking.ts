import type { Tracking } from './rules/track.ts'
import { track } from './rules/track.ts'
import { createUserRules } from './tables/userRules.ts'
import { billingTracking } from './tracking/billingTracking.ts'
import { bookingsTracking } from './tracking/bookingsTracking.ts'
import { commerceTracking } from './tracking/commerceTracking.ts'
import { contentTracking } from './tracking/contentTracking.ts'
import { crmTracking } from './tracking/crmTracking.ts'
import { educationTracking } from './tracking/educationTracking.ts'
import { marketingTracking } from './tracking/marketingTracking.ts'
import { projectsTracking } from './tracking/projectsTracking.ts'

/** Settings of the bundled rules. */
export type BundledTrackingOptions = {
  /** A user who is seen again within this time is not written again. @default 15 */
  activityMinutes?: number
  /** Quiet days after which a sign of life is `user.returned`. @default 7 */
  returnedAfterDays?: number
}

/** The bundled collections and what their changes mean. */
export function bundledTracking({
  activityMinutes = 15,
  ...options
}: BundledTrackingOptions = {}): Tracking[] {
  return [
    track('users', createUserRules(options), {
      activity: { field: 'lastActiveAt', everyMinutes: activityMinutes },
    }),
    ...commerceTracking,
    ...educationTracking,
    ...billingTracking,
    ...marketingTracking,
    ...crmTracking,
    ...projectsTracking,
    ...contentTracking,
    ...bookingsTracking,
  ]
}
