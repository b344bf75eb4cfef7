import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { staffOrPublished } from '../access/staffOrPublished.ts'
import { generateSlug } from '../commerce/generateSlug.ts'
import { rememberAutosave } from '../commerce/rememberAutosave.ts'
import { refuseDeletionInUse } from '../refuseDeletionInUse.ts'
import { bookService } from './actions/bookService.ts'
import { listSlots } from './actions/listSlots.ts'
import { serviceFields } from './serviceFields.ts'

/** What can be booked. The smallest one is `{ "title": "…", "_status": "draft" }`: an hour long. */
export const Services: CollectionConfig = {
  slug: 'services',
  labels: {
    singular: { en: 'Service', ru: 'Услуга' },
    plural: { en: 'Services', ru: 'Услуги' },
  },
  admin: {
    group: { en: 'Bookings', ru: 'Запись' },
    description: {
      en: 'What can be booked. Visitors see published services only.',
      ru: 'На что можно записаться. Посетители видят только опубликованные услуги.',
    },
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'durationMinutes',
      'price.amount',
      'price.currency',
      'staff',
      '_status',
      'updatedAt',
    ],
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrPublished,
    readVersions: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  versions: { drafts: { autosave: { interval: 2000 } }, maxPerDoc: 50 },
  endpoints: [listSlots, bookService],
  hooks: {
    beforeOperation: [rememberAutosave],
    beforeChange: [generateSlug],
    beforeDelete: [
      refuseDeletionInUse({
        collection: 'bookings',
        field: 'service',
        message: {
          en: 'The service has bookings. Unpublish it instead of deleting it.',
          ru: 'На эту услугу есть записи. Снимите её с публикации вместо удаления.',
        },
      }),
    ],
  },
  fields: serviceFields,
}
