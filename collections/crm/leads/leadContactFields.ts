import type { Field } from 'payload'

/** Who asks, and what for. */
export const leadContactFields: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'name',
        type: 'text',
        label: { en: 'Name', ru: 'Имя' },
        maxLength: 200,
        index: true,
        admin: { width: '50%' },
      },
      {
        name: 'company',
        type: 'text',
        label: { en: 'Company', ru: 'Компания' },
        maxLength: 200,
        admin: { width: '50%' },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'phone',
        type: 'text',
        label: { en: 'Phone', ru: 'Телефон' },
        maxLength: 100,
        index: true,
        admin: {
          width: '33%',
          description: {
            en: 'Any spelling; it is saved as +79161234567.',
            ru: 'В любом виде; сохранится как +79161234567.',
          },
        },
      },
      {
        name: 'phoneRaw',
        type: 'text',
        label: { en: 'Phone as written', ru: 'Телефон, как указан' },
        maxLength: 200,
        admin: { width: '33%' },
      },
      {
        name: 'email',
        type: 'email',
        label: { en: 'E-mail', ru: 'Почта' },
        index: true,
        admin: { width: '34%' },
      },
    ],
  },
  {
    name: 'message',
    type: 'textarea',
    label: { en: 'Message', ru: 'Сообщение' },
    maxLength: 20_000,
  },
]
