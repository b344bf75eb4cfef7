import { campaignCompleted } from '../events/campaigns/campaignCompleted.ts'
import { campaignCreated } from '../events/campaigns/campaignCreated.ts'
import { campaignHighOpenRate } from '../events/campaigns/campaignHighOpenRate.ts'
import { campaignLowOpenRate } from '../events/campaigns/campaignLowOpenRate.ts'
import { campaignStarted } from '../events/campaigns/campaignStarted.ts'
import { newsletterResubscribed } from '../events/newsletter/newsletterResubscribed.ts'
import { newsletterSubscribed } from '../events/newsletter/newsletterSubscribed.ts'
import { newsletterUnsubscribed } from '../events/newsletter/newsletterUnsubscribed.ts'

/** Newsletter and campaigns. */
export const marketingEvents = [
  newsletterSubscribed,
  newsletterUnsubscribed,
  newsletterResubscribed,
  campaignCreated,
  campaignStarted,
  campaignCompleted,
  campaignHighOpenRate,
  campaignLowOpenRate,
] as const
