import type { Field } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { nobody } from '../../access/nobody.ts'

/** Who reads our letters and what about. */
export const subscriberFields: Field[] = [
  {
    name: 'email',
    type: 'email',
    label: { en: 'E-mail', ru: 'Почта' },
    required: true,
    unique: true,
    index: true,
    hooks: { beforeValidate: [({ value }) => lowerCased(value)] },
  },
  { name: 'name', type: 'text', label: { en: 'Name', ru: 'Имя' }, maxLength: 200 },
  {
    name: 'lists',
    type: 'relationship',
    relationTo: 'newsletter-lists',
    hasMany: true,
    label: { en: 'Lists', ru: 'Списки' },
  },
  {
    name: 'tags',
    type: 'text',
    hasMany: true,
    label: { en: 'Tags', ru: 'Метки' },
    access: { read: isStaff },
    admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
  },
  {
    name: 'consent',
    type: 'group',
    label: { en: 'Consent', ru: 'Согласие' },
    admin: {
      description: {
        en: 'What the person agreed to, when, and from where.',
        ru: 'На что человек согласился, когда и откуда.',
      },
    },
    fields: [
      { name: 'text', type: 'textarea', label: { en: 'Wording', ru: 'Текст' } },
      {
        type: 'row',
        fields: [
          {
            name: 'at',
            type: 'date',
            label: { en: 'Given at', ru: 'Когда' },
            admin: { date: { pickerAppearance: 'dayAndTime' } },
          },
          {
            name: 'ip',
            type: 'text',
            label: { en: 'Network', ru: 'Сеть' },
            admin: {
              description: {
                en: 'The address without its last part.',
                ru: 'Адрес без последней части.',
              },
            },
          },
        ],
      },
    ],
  },
  {
    name: 'confirmationNonce',
    type: 'text',
    label: { en: 'Confirmation link', ru: 'Ссылка подтверждения' },
    hidden: true,
    access: { create: nobody, read: nobody, update: nobody },
  },
]

const lowerCased = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim().toLowerCase() : value
