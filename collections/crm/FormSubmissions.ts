import type { CollectionConfig, TextField } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { consents } from './consents.ts'
import { createLead } from './submissions/createLead.ts'
import { fillLabels } from './submissions/fillLabels.ts'
import { titleSubmission } from './submissions/titleSubmission.ts'
import { utm } from './utm.ts'

const text = (name: string, label: { en: string; ru: string }, maxLength: number): TextField => ({
  name,
  type: 'text',
  label,
  maxLength,
})

/**
 * Answers to forms, as they were given: nobody changes them, administrators may erase them. The smallest one is
 * `{ "form": 1, "values": [{ "name": "phone", "value": "+79161234567" }] }`; the site itself stores them through
 * `POST /api/forms/:id/submit`.
 */
export const FormSubmissions: CollectionConfig = {
  slug: 'form-submissions',
  labels: {
    singular: { en: 'Answers to a form', ru: 'Ответы на форму' },
    plural: { en: 'Answers to forms', ru: 'Ответы на формы' },
  },
  admin: {
    group: { en: 'Leads and forms', ru: 'Заявки и формы' },
    description: {
      en: 'What visitors answered, exactly as they sent it.',
      ru: 'Что ответили посетители, ровно в том виде, как прислали.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'form', 'page', 'utm.source', 'createdAt'],
    listSearchableFields: ['title', 'values.value', 'page'],
  },
  access: {
    create: isAdminOrManager,
    read: isStaff,
    update: nobody,
    delete: isAdmin,
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  lockDocuments: false,
  indexes: [{ fields: ['form', 'createdAt'] }],
  hooks: {
    beforeValidate: [fillLabels],
    beforeChange: [titleSubmission],
    afterChange: [createLead],
  },
  fields: [
    { ...text('title', { en: 'Answers', ru: 'Ответы' }, 200), admin: { hidden: true } },
    {
      name: 'form',
      type: 'relationship',
      relationTo: 'forms',
      label: { en: 'Form', ru: 'Форма' },
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'values',
      type: 'array',
      label: { en: 'Answers', ru: 'Ответы' },
      labels: {
        singular: { en: 'Answer', ru: 'Ответ' },
        plural: { en: 'Answers', ru: 'Ответы' },
      },
      required: true,
      minRows: 1,
      maxRows: 100,
      fields: [
        {
          type: 'row',
          fields: [
            {
              ...text('label', { en: 'Question', ru: 'Вопрос' }, 500),
              required: true,
              admin: { width: '60%' },
            },
            {
              ...text('name', { en: 'Name for programs', ru: 'Имя для программ' }, 50),
              required: true,
              admin: { width: '40%' },
            },
          ],
        },
        {
          name: 'value',
          type: 'textarea',
          label: { en: 'Answer', ru: 'Ответ' },
          maxLength: 20_000,
        },
        {
          name: 'shown',
          type: 'textarea',
          label: { en: 'As the visitor saw it', ru: 'Как видел посетитель' },
          maxLength: 20_000,
          admin: { condition: (_, row) => Boolean(row?.['shown']) },
        },
      ],
    },
    consents,
    {
      name: 'leads',
      type: 'join',
      collection: 'leads',
      on: 'submission',
      label: { en: 'Lead', ru: 'Заявка' },
      admin: { allowCreate: false, defaultColumns: ['title', 'status', 'assignee'] },
    },
    text('page', { en: 'Page', ru: 'Страница' }, 2000),
    text('referrer', { en: 'Referrer', ru: 'Откуда перешли' }, 2000),
    utm,
    {
      name: 'locale',
      type: 'select',
      label: { en: 'Language', ru: 'Язык' },
      options: [
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      ...text('ip', { en: 'Network of the visitor', ru: 'Сеть посетителя' }, 60),
      admin: {
        position: 'sidebar',
        description: {
          en: 'The address without its last part.',
          ru: 'Адрес без последней части.',
        },
      },
    },
    {
      ...text('userAgent', { en: 'Browser', ru: 'Браузер' }, 500),
      admin: { position: 'sidebar' },
    },
  ],
}
