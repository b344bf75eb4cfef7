import type { CollectionConfig } from 'payload'

import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { recipientFields } from './campaigns/recipientFields.ts'

/** Who gets which campaign, and what became of the letter; written by the sending alone. */
export const CampaignRecipients: CollectionConfig = {
  slug: 'campaign-recipients',
  labels: {
    singular: { en: 'Campaign recipient', ru: 'Получатель кампании' },
    plural: { en: 'Campaign recipients', ru: 'Получатели кампаний' },
  },
  admin: {
    group: { en: 'Marketing', ru: 'Маркетинг' },
    description: {
      en: 'Every letter of every campaign: sent, opened, clicked, or why not.',
      ru: 'Каждое письмо каждой кампании: ушло, открыто, переход или причина отказа.',
    },
    useAsTitle: 'email',
    defaultColumns: ['email', 'campaign', 'status', 'sentAt', 'openedAt', 'clickedAt', 'error'],
    listSearchableFields: ['email'],
  },
  access: { create: nobody, read: isStaff, update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [
    { fields: ['campaign', 'subscriber'], unique: true },
    { fields: ['status', 'campaign'] },
  ],
  fields: recipientFields,
}
