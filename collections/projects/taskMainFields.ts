import type { Field } from 'payload'

/** What is to be done, and for what. */
export const taskMainFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Название' },
    required: true,
    maxLength: 300,
  },
  {
    name: 'description',
    type: 'textarea',
    label: { en: 'Description', ru: 'Описание' },
    maxLength: 20_000,
  },
  {
    type: 'row',
    fields: [
      {
        name: 'project',
        type: 'relationship',
        relationTo: 'service-projects',
        label: { en: 'Project', ru: 'Проект' },
        index: true,
        admin: { width: '50%' },
      },
      {
        name: 'lead',
        type: 'relationship',
        relationTo: 'leads',
        label: { en: 'Lead', ru: 'Заявка' },
        index: true,
        admin: { width: '50%' },
      },
    ],
  },
  {
    name: 'checklist',
    type: 'array',
    label: { en: 'Checklist', ru: 'Чек-лист' },
    labels: {
      singular: { en: 'Item', ru: 'Пункт' },
      plural: { en: 'Items', ru: 'Пункты' },
    },
    maxRows: 100,
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'title',
            type: 'text',
            label: { en: 'Item', ru: 'Пункт' },
            required: true,
            maxLength: 300,
            admin: { width: '80%' },
          },
          {
            name: 'done',
            type: 'checkbox',
            label: { en: 'Done', ru: 'Готово' },
            defaultValue: false,
            admin: { width: '20%' },
          },
        ],
      },
    ],
  },
]
