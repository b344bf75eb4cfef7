import type { Field, FieldHook, TextField } from 'payload'

import { consents } from '../consents.ts'
import { utm } from '../utm.ts'

/** Two leads without a number of another system are not the same lead: the pair is unique, so empty is null. */
const nullWhenEmpty: FieldHook = ({ value }) =>
  typeof value === 'string' && value.trim() === '' ? null : value

const external = (name: string, label: { en: string; ru: string }): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 200,
  hooks: { beforeValidate: [nullWhenEmpty] },
  admin: { width: '25%' },
})

/** How the lead got here. */
export const leadOriginFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'form',
        type: 'relationship',
        relationTo: 'forms',
        label: { en: 'Form', ru: 'Форма' },
        index: true,
        admin: { width: '50%' },
      },
      {
        name: 'submission',
        type: 'relationship',
        relationTo: 'form-submissions',
        label: { en: 'Answers', ru: 'Ответы на форму' },
        index: true,
        admin: { width: '50%', allowCreate: false },
      },
    ],
  },
  {
    name: 'landingPage',
    type: 'text',
    label: { en: 'Landing page', ru: 'Страница входа' },
    maxLength: 2000,
  },
  {
    name: 'referrer',
    type: 'text',
    label: { en: 'Referrer', ru: 'Откуда перешли' },
    maxLength: 2000,
  },
  utm,
  consents,
  {
    type: 'collapsible',
    label: { en: 'In another system', ru: 'В другой системе' },
    admin: { initCollapsed: true },
    fields: [
      {
        type: 'row',
        fields: [
          external('externalSystem', { en: 'System', ru: 'Система' }),
          external('externalId', { en: 'Number there', ru: 'Номер в ней' }),
          external('externalEntity', { en: 'Entity', ru: 'Сущность' }),
          external('externalEntityId', { en: 'Number of the entity', ru: 'Номер сущности' }),
        ],
      },
    ],
  },
]
