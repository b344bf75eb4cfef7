import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepComputed } from '../keepComputed.ts'
import { beginCreated } from './campaigns/beginCreated.ts'
import { campaignCounters } from './campaigns/campaignCounters.ts'
import { campaignFields } from './campaigns/campaignFields.ts'
import { campaignSidebar } from './campaigns/campaignSidebar.ts'
import { campaignStatusMachine } from './campaigns/campaignStatusMachine.ts'
import { forgetRecipients } from './campaigns/forgetRecipients.ts'
import { previewCampaign } from './campaigns/previewCampaign.ts'
import { runCampaign } from './campaigns/runCampaign.ts'
import { sendCampaign } from './campaigns/sendCampaign.ts'
import { testCampaign } from './campaigns/testCampaign.ts'
import { trackClick, trackClickHead } from './tracking/trackClick.ts'
import { trackOpen, trackOpenHead } from './tracking/trackOpen.ts'

/** Letters to many. The smallest one is `{ "title": "…" }`, a draft; it needs subject and text to be sent. */
export const EmailCampaigns: CollectionConfig = {
  slug: 'email-campaigns',
  labels: {
    singular: { en: 'E-mail campaign', ru: 'Почтовая кампания' },
    plural: { en: 'E-mail campaigns', ru: 'Почтовые кампании' },
  },
  admin: {
    group: { en: 'Marketing', ru: 'Маркетинг' },
    description: {
      en: 'Letters to many: written here, sent in batches, counted as they are read.',
      ru: 'Рассылки: пишутся здесь, уходят частями, открытия и переходы считаются.',
    },
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'status',
      'scheduledAt',
      'recipientsCount',
      'deliveredCount',
      'openRate',
      'clickedCount',
    ],
    listSearchableFields: ['title', 'subject'],
  },
  access: {
    create: isAdminOrManager,
    read: isStaff,
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['status', 'scheduledAt'] }],
  endpoints: [
    sendCampaign,
    testCampaign,
    previewCampaign,
    trackOpen,
    trackOpenHead,
    trackClick,
    trackClickHead,
  ],
  hooks: {
    beforeChange: [
      guardStatus({ machine: campaignStatusMachine }),
      keepComputed({
        counters: campaignCounters,
        once: ['startedAt', 'completedAt', 'audienceFixedAt', 'openRateJudgedAt'],
      }),
      runCampaign,
    ],
    afterChange: [beginCreated],
    beforeDelete: [forgetRecipients],
  },
  fields: [...campaignFields, ...campaignSidebar],
}
