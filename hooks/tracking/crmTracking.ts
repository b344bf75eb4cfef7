import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { formRules } from '../tables/formRules.ts'
import { leadRules } from '../tables/leadRules.ts'

/** What changes in leads and forms mean. */
export const crmTracking: Tracking[] = [
  track('leads', leadRules),
  track('form-submissions', formRules),
]
