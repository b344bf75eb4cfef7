import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepStored } from '../keepStored.ts'
import { cancelBooking } from './actions/cancelBooking.ts'
import { bookingFields } from './bookingFields.ts'
import { bookingStatusMachine } from './bookingStatusMachine.ts'
import { cleanContact } from './cleanContact.ts'
import { forgetPlannedTime } from './forgetPlannedTime.ts'
import { openBooking } from './openBooking.ts'
import { refuseDoubleBooking } from './refuseDoubleBooking.ts'
import { stampBooking } from './stampBooking.ts'

/** Who comes when, to whom and for what. The smallest one is `{ "service": 1, "startsAt": "2026-11-23T10:00:00+03:00" }`. */
export const Bookings: CollectionConfig = {
  slug: 'bookings',
  labels: {
    singular: { en: 'Booking', ru: 'Запись' },
    plural: { en: 'Bookings', ru: 'Записи' },
  },
  admin: {
    group: { en: 'Bookings', ru: 'Запись' },
    description: {
      en: 'Who comes when, to whom and for what.',
      ru: 'Кто, когда, к кому и на что записан.',
    },
    useAsTitle: 'number',
    defaultColumns: [
      'number',
      'startsAt',
      'service',
      'staffMember',
      'status',
      'customer',
      'guest.name',
      'guest.phone',
    ],
    listSearchableFields: ['number', 'guest.name', 'guest.email', 'guest.phone', 'customer.email'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('customer'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-startsAt',
  disableDuplicate: true,
  // Payload looks for an editor's lock on a second connection: as many saves at once as the pool has would wait for ever.
  lockDocuments: false,
  indexes: [
    { fields: ['staffMember', 'startsAt'] },
    { fields: ['status', 'startsAt'] },
    { fields: ['customer', 'startsAt'] },
  ],
  endpoints: [cancelBooking],
  hooks: {
    beforeValidate: [openBooking, cleanContact],
    beforeChange: [
      guardStatus({ machine: bookingStatusMachine }),
      keepStored(['startsAt', 'endsAt', 'busyUntil', 'staffMember']),
      stampBooking,
      refuseDoubleBooking,
    ],
    afterChange: [forgetPlannedTime],
  },
  fields: bookingFields,
}
