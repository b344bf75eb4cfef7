import type { ArrayField, FieldHook } from 'payload'

import { nowOf } from '../nowOf.ts'

const nowWhenEmpty: FieldHook = ({ req, value }) => value ?? nowOf(req.payload)

/** What a person agreed to, in the words that were shown. One row per tick: one tick never covers two documents. */
export const consents: ArrayField = {
  name: 'consents',
  type: 'array',
  label: { en: 'Consents', ru: 'Согласия' },
  labels: {
    singular: { en: 'Consent', ru: 'Согласие' },
    plural: { en: 'Consents', ru: 'Согласия' },
  },
  admin: { initCollapsed: true },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Words that were shown', ru: 'Показанный текст' },
      required: true,
      maxLength: 2000,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'documentUrl',
          type: 'text',
          label: { en: 'Document', ru: 'Документ' },
          maxLength: 2000,
          admin: { width: '60%' },
        },
        {
          name: 'at',
          type: 'date',
          label: { en: 'Given at', ru: 'Получено' },
          hooks: { beforeChange: [nowWhenEmpty] },
          admin: { width: '40%', date: { pickerAppearance: 'dayAndTime' } },
        },
      ],
    },
  ],
}
