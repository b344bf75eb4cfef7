import type { CollectionConfig } from 'payload'

import { CampaignRecipients } from './CampaignRecipients.ts'
import { EmailCampaigns } from './EmailCampaigns.ts'
import { NewsletterLists } from './NewsletterLists.ts'
import { NewsletterSubscribers } from './NewsletterSubscribers.ts'

/** Newsletter and campaigns. */
export const marketingCollections: CollectionConfig[] = [
  NewsletterSubscribers,
  NewsletterLists,
  EmailCampaigns,
  CampaignRecipients,
]
