import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { campaignRules } from '../tables/campaignRules.ts'
import { newsletterRules } from '../tables/newsletterRules.ts'

/** What changes in newsletter and campaigns mean. */
export const marketingTracking: Tracking[] = [
  track('newsletter-subscribers', newsletterRules),
  track('email-campaigns', campaignRules),
]
