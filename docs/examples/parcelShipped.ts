import { defineEvent, defineSnapshot, eventAreas, rowField } from '../../src/index.ts'

/** A fact of this site's own. The sample is checked against the schema when the module loads. */
export const parcelShipped = defineEvent({
  type: 'parcel.shipped',
  version: 1,
  area: eventAreas.orders,
  summary: { en: 'A parcel left the warehouse.', ru: 'Посылка отправлена со склада.' },
  firesWhen: { en: 'The status became shipped.', ru: 'Статус стал shipped.' },
  current: defineSnapshot({ status: rowField.text, trackingNumber: rowField.text }),
  sample: {
    current: {
      id: 12,
      status: 'shipped',
      trackingNumber: 'RU123456789',
      createdAt: '2026-11-21T09:00:00.000Z',
      updatedAt: '2026-11-21T10:00:00.000Z',
    },
    previous: { status: 'packed' },
    changed: ['status'],
  },
})
