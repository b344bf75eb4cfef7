import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { checkHours } from './checkHours.ts'
import { timeOfDay } from './timeOfDay.ts'
import { timeZoneField } from './timeZoneField.ts'

/** Working hours of the people who can be booked. The smallest one is `{ "staffMember": 1, "name": "…" }`. */
export const StaffSchedules: CollectionConfig = {
  slug: 'staff-schedules',
  labels: {
    singular: { en: 'Working hours', ru: 'График работы' },
    plural: { en: 'Working hours', ru: 'Графики работы' },
  },
  admin: {
    group: { en: 'Bookings', ru: 'Запись' },
    description: {
      en: 'When the people who can be booked work.',
      ru: 'Когда работают те, к кому можно записаться.',
    },
    useAsTitle: 'name',
    defaultColumns: ['name', 'staffMember', 'timeZone', 'active', 'updatedAt'],
    listSearchableFields: ['name'],
  },
  access: {
    create: isAdminOrManager,
    read: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: 'name',
  disableDuplicate: true,
  hooks: {
    beforeChange: [checkHours],
  },
  fields: [
    {
      name: 'staffMember',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'Member of the team', ru: 'Сотрудник' },
      required: true,
      unique: true,
    },
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name customers see', ru: 'Имя для клиентов' },
      required: true,
    },
    timeZoneField({
      label: { en: 'Time zone', ru: 'Часовой пояс' },
      description: {
        en: 'The hours below are of this zone.',
        ru: 'Часы ниже указаны в этом поясе.',
      },
      defaultValue: 'Europe/Moscow',
    }),
    {
      name: 'hours',
      type: 'array',
      label: { en: 'Weekly hours', ru: 'Часы по неделе' },
      labels: {
        singular: { en: 'Hours', ru: 'Часы' },
        plural: { en: 'Hours', ru: 'Часы' },
      },
      admin: {
        description: {
          en: 'Two rows of one day make a break between them.',
          ru: 'Две строки одного дня образуют перерыв между ними.',
        },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'day',
              type: 'select',
              label: { en: 'Day', ru: 'День' },
              required: true,
              options: [
                { value: 'mon', label: { en: 'Monday', ru: 'Понедельник' } },
                { value: 'tue', label: { en: 'Tuesday', ru: 'Вторник' } },
                { value: 'wed', label: { en: 'Wednesday', ru: 'Среда' } },
                { value: 'thu', label: { en: 'Thursday', ru: 'Четверг' } },
                { value: 'fri', label: { en: 'Friday', ru: 'Пятница' } },
                { value: 'sat', label: { en: 'Saturday', ru: 'Суббота' } },
                { value: 'sun', label: { en: 'Sunday', ru: 'Воскресенье' } },
              ],
              admin: { width: '34%' },
            },
            {
              name: 'from',
              type: 'text',
              label: { en: 'From', ru: 'С' },
              defaultValue: '09:00',
              validate: timeOfDay,
              admin: { width: '33%' },
            },
            {
              name: 'to',
              type: 'text',
              label: { en: 'To', ru: 'До' },
              defaultValue: '18:00',
              validate: timeOfDay,
              admin: { width: '33%' },
            },
          ],
        },
      ],
    },
    {
      name: 'absences',
      type: 'array',
      label: { en: 'Absences', ru: 'Отсутствие' },
      labels: {
        singular: { en: 'Absence', ru: 'Отсутствие' },
        plural: { en: 'Absences', ru: 'Отсутствия' },
      },
      admin: {
        description: {
          en: 'Holidays, sick days, an afternoon off.',
          ru: 'Отпуск, больничный, отгул на полдня.',
        },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'from',
              type: 'date',
              label: { en: 'From', ru: 'С' },
              required: true,
              admin: { width: '33%', date: { pickerAppearance: 'dayAndTime' } },
            },
            {
              name: 'to',
              type: 'date',
              label: { en: 'To', ru: 'До' },
              required: true,
              admin: { width: '33%', date: { pickerAppearance: 'dayAndTime' } },
            },
            {
              name: 'reason',
              type: 'text',
              label: { en: 'Reason', ru: 'Причина' },
              admin: { width: '34%' },
            },
          ],
        },
      ],
    },
    {
      name: 'active',
      type: 'checkbox',
      label: { en: 'Can be booked', ru: 'Открыта запись' },
      defaultValue: true,
      index: true,
      admin: { position: 'sidebar' },
    },
  ],
}
