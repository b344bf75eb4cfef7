import type { GroupField, TextField } from 'payload'

type Label = { en: string; ru: string }

const mark = (name: string, label: Label, index = false): TextField => ({
  name,
  type: 'text',
  label,
  index,
  maxLength: 500,
  admin: { width: '33%' },
})

/** Where a visitor came from: the five UTM marks and the click ids of the ad systems. */
export const utm: GroupField = {
  name: 'utm',
  type: 'group',
  label: { en: 'Ad marks (UTM)', ru: 'Рекламные метки (UTM)' },
  fields: [
    {
      type: 'row',
      fields: [
        mark('source', { en: 'Source (utm_source)', ru: 'Источник (utm_source)' }, true),
        mark('medium', { en: 'Medium (utm_medium)', ru: 'Канал (utm_medium)' }),
        mark('campaign', { en: 'Campaign (utm_campaign)', ru: 'Кампания (utm_campaign)' }, true),
      ],
    },
    {
      type: 'row',
      fields: [
        mark('content', { en: 'Content (utm_content)', ru: 'Объявление (utm_content)' }),
        mark('term', { en: 'Term (utm_term)', ru: 'Ключевое слово (utm_term)' }),
        mark('yclid', { en: 'Yandex click (yclid)', ru: 'Клик Яндекса (yclid)' }),
      ],
    },
    {
      type: 'row',
      fields: [
        mark('gclid', { en: 'Google click (gclid)', ru: 'Клик Google (gclid)' }),
        mark('fbclid', { en: 'Facebook click (fbclid)', ru: 'Клик Facebook (fbclid)' }),
      ],
    },
  ],
}
