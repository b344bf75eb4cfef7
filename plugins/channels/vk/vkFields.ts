import type { ChannelField } from '../../../src/index.ts'

/** The form of VK conversions, in the order a person fills it in. */
export const vkFields: readonly ChannelField[] = [
  {
    name: 'pixelId',
    type: 'text',
    isCredential: true,
    label: { en: 'Number of the pixel', ru: 'Номер пикселя' },
    description: { en: 'For example 3123456.', ru: 'Например 3123456.' },
  },
  {
    name: 'mapping',
    type: 'json',
    editor: 'mapping',
    suggestions: ['goal', 'value', 'rb_clickid', 'userid'],
    label: { en: 'Fields', ru: 'Поля' },
    description: {
      en: 'goal is the name of the pixel’s JavaScript event; by itself it is the event’s name, such as order_paid. The visitor is rb_clickid (VK adds it to the address of the page) or userid (what the site tells the pixel).',
      ru: 'goal — название JS-события пикселя; само по себе это имя события, например order_paid. Посетитель — rb_clickid (VK добавляет его к адресу страницы) или userid (то, что сайт передаёт пикселю).',
    },
  },
]
