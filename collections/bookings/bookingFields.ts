import type { Field } from 'payload'

import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { money } from '../money.ts'
import { numberField } from '../numberField.ts'
import { stampedDate } from '../stampedDate.ts'
import { timeZoneField } from './timeZoneField.ts'
import { requiredSelect } from '../requiredSelect.ts'

/** Fields of a booking, in the order of the form. */
export const bookingFields: Field[] = [
  numberField({ prefix: 'BK', sequence: 'booking_number_seq', table: 'bookings' }),
  {
    name: 'service',
    type: 'relationship',
    relationTo: 'services',
    label: { en: 'Service', ru: 'Услуга' },
    required: true,
    index: true,
  },
  {
    name: 'staffMember',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'With', ru: 'К кому' },
    index: true,
  },
  {
    type: 'row',
    fields: [
      {
        name: 'startsAt',
        type: 'date',
        label: { en: 'Begins', ru: 'Начало' },
        required: true,
        index: true,
        admin: { width: '50%', date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'endsAt',
        type: 'date',
        label: { en: 'Ends', ru: 'Конец' },
        access: { create: nobody, update: nobody },
        admin: {
          width: '50%',
          readOnly: true,
          date: { pickerAppearance: 'dayAndTime' },
          description: {
            en: 'Counted from the duration of the service.',
            ru: 'Считается по длительности услуги.',
          },
        },
      },
    ],
  },
  {
    // What the break after the service keeps busy; frozen with the booking.
    name: 'busyUntil',
    type: 'date',
    label: { en: 'Busy until', ru: 'Занято до' },
    hidden: true,
    access: { create: nobody, update: nobody },
  },
  {
    name: 'customer',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Customer account', ru: 'Учётная запись клиента' },
    index: true,
  },
  {
    name: 'guest',
    type: 'group',
    label: { en: 'Contact', ru: 'Контакт' },
    admin: {
      description: {
        en: 'Of somebody without an account.',
        ru: 'Для тех, у кого нет учётной записи.',
      },
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'name', type: 'text', label: { en: 'Name', ru: 'Имя' }, maxLength: 200 },
          { name: 'email', type: 'email', label: { en: 'E-mail', ru: 'Почта' }, index: true },
          {
            name: 'phone',
            type: 'text',
            label: { en: 'Phone', ru: 'Телефон' },
            maxLength: 40,
            index: true,
          },
        ],
      },
    ],
  },
  money({
    name: 'price',
    label: { en: 'Price', ru: 'Цена' },
    description: {
      en: 'That of the service when it was booked.',
      ru: 'Цена услуги на момент записи.',
    },
  }),
  {
    name: 'note',
    type: 'textarea',
    label: { en: "Customer's wish", ru: 'Пожелание клиента' },
    maxLength: 2000,
  },
  {
    name: 'staffNote',
    type: 'textarea',
    label: { en: 'Note of the staff', ru: 'Примечание сотрудников' },
    access: { read: isStaff },
    admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
  },
  {
    name: 'cancellationReason',
    type: 'text',
    label: { en: 'Why it was cancelled', ru: 'Почему отменена' },
    maxLength: 500,
    admin: { condition: (data) => data?.['status'] === 'cancelled' },
  },
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'pending',
    options: [
      { value: 'pending', label: { en: 'Pending', ru: 'Ожидает подтверждения' } },
      { value: 'confirmed', label: { en: 'Confirmed', ru: 'Подтверждена' } },
      { value: 'completed', label: { en: 'Completed', ru: 'Состоялась' } },
      { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменена' } },
      { value: 'no_show', label: { en: 'Did not come', ru: 'Клиент не пришёл' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    ...timeZoneField({
      label: { en: 'Time zone', ru: 'Часовой пояс' },
      description: {
        en: 'Times in messages are told in this zone.',
        ru: 'В этом поясе время указывается в сообщениях.',
      },
    }),
  },
  {
    name: 'source',
    type: 'select',
    label: { en: 'Source', ru: 'Откуда' },
    defaultValue: 'admin',
    options: [
      { value: 'site', label: { en: 'Site', ru: 'Сайт' } },
      { value: 'admin', label: { en: 'Admin panel', ru: 'Панель управления' } },
      { value: 'api', label: { en: 'API', ru: 'API' } },
      { value: 'phone', label: { en: 'Phone', ru: 'Телефон' } },
      { value: 'messenger', label: { en: 'Messenger', ru: 'Мессенджер' } },
      { value: 'import', label: { en: 'Import', ru: 'Импорт' } },
    ],
    admin: { position: 'sidebar' },
  },
  stampedDate('confirmedAt', { en: 'Confirmed at', ru: 'Подтверждена' }),
  stampedDate('completedAt', { en: 'Completed at', ru: 'Состоялась' }),
  stampedDate('cancelledAt', { en: 'Cancelled at', ru: 'Отменена' }),
]
