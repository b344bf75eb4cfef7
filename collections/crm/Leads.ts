import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepStored } from '../keepStored.ts'
import { leadContactFields } from './leads/leadContactFields.ts'
import { leadDealFields } from './leads/leadDealFields.ts'
import { leadOriginFields } from './leads/leadOriginFields.ts'
import { leadSidebarFields } from './leads/leadSidebarFields.ts'
import { leadStatusMachine } from './leads/leadStatusMachine.ts'
import { normaliseContacts } from './leads/normaliseContacts.ts'
import { requireContact } from './leads/requireContact.ts'
import { stampLead } from './leads/stampLead.ts'
import { titleLead } from './leads/titleLead.ts'

/** People who asked for something. The smallest one is `{ "phone": "8 916 123-45-67" }`. Only the team sees leads. */
export const Leads: CollectionConfig = {
  slug: 'leads',
  labels: {
    singular: { en: 'Lead', ru: 'Заявка' },
    plural: { en: 'Leads', ru: 'Заявки' },
  },
  admin: {
    group: { en: 'Leads and forms', ru: 'Заявки и формы' },
    description: {
      en: 'Everyone who asked for something, from the first message to the deal.',
      ru: 'Все обращения: от первого сообщения до сделки.',
    },
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'status',
      'phone',
      'assignee',
      'source',
      'nextContactAt',
      'createdAt',
    ],
    listSearchableFields: ['title', 'name', 'company', 'phone', 'phoneRaw', 'email'],
    groupBy: true,
  },
  access: {
    create: isAdminOrManager,
    read: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  trash: true,
  indexes: [
    { fields: ['status', 'createdAt'] },
    { fields: ['assignee', 'status'] },
    { fields: ['externalSystem', 'externalId'], unique: true },
  ],
  hooks: {
    beforeValidate: [normaliseContacts, requireContact],
    beforeChange: [
      guardStatus({ machine: leadStatusMachine }),
      keepStored(['statusChangedAt', 'closedAt']),
      stampLead,
      titleLead,
    ],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: { en: 'Contact', ru: 'Контакт' }, fields: leadContactFields },
        { label: { en: 'Deal', ru: 'Сделка' }, fields: leadDealFields },
        { label: { en: 'Where from', ru: 'Откуда' }, fields: leadOriginFields },
        {
          label: { en: 'Tasks and projects', ru: 'Задачи и проекты' },
          fields: [
            {
              name: 'tasks',
              type: 'join',
              collection: 'tasks',
              on: 'lead',
              label: { en: 'Tasks', ru: 'Задачи' },
              admin: { defaultColumns: ['title', 'status', 'assignee', 'dueAt'] },
            },
            {
              name: 'projects',
              type: 'join',
              collection: 'service-projects',
              on: 'lead',
              label: { en: 'Projects', ru: 'Проекты' },
              admin: { defaultColumns: ['title', 'status', 'manager', 'deadline'] },
            },
          ],
        },
      ],
    },
    ...leadSidebarFields,
  ],
}
