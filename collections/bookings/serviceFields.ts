import type { Field } from 'payload'

import { money } from '../money.ts'
import { wholeNumber } from '../wholeNumber.ts'
import { requiredWholeNumber } from '../requiredWholeNumber.ts'

/** Fields of a service, in the order of the form. */
export const serviceFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Название' },
    localized: true,
    required: true,
  },
  {
    name: 'description',
    type: 'textarea',
    label: { en: 'Description', ru: 'Описание' },
    localized: true,
  },
  {
    name: 'cover',
    type: 'upload',
    relationTo: 'media',
    label: { en: 'Cover picture', ru: 'Обложка' },
  },
  money({ name: 'price', label: { en: 'Price', ru: 'Цена' }, localized: true }),
  {
    type: 'row',
    fields: [
      {
        name: 'durationMinutes',
        type: 'number',
        label: { en: 'Takes, minutes', ru: 'Длительность, минут' },
        defaultValue: 60,
        min: 1,
        max: 1440,
        validate: requiredWholeNumber,
        admin: { step: 5, width: '33%' },
      },
      {
        name: 'bufferMinutes',
        type: 'number',
        label: { en: 'Break after it, minutes', ru: 'Перерыв после, минут' },
        defaultValue: 0,
        min: 0,
        max: 1440,
        validate: wholeNumber,
        admin: { step: 5, width: '33%' },
      },
      {
        name: 'slotMinutes',
        type: 'number',
        label: { en: 'Can begin every, minutes', ru: 'Шаг начала, минут' },
        min: 5,
        max: 1440,
        validate: wholeNumber,
        admin: {
          step: 5,
          width: '33%',
          description: {
            en: 'Left empty: duration and break.',
            ru: 'Если не указать: длительность и перерыв.',
          },
        },
      },
    ],
  },
  {
    name: 'noticeMinutes',
    type: 'number',
    label: { en: 'Booked at least, minutes before', ru: 'Запись не позднее чем за, минут' },
    defaultValue: 0,
    min: 0,
    max: 525_600,
    validate: wholeNumber,
    admin: { step: 30 },
  },
  {
    name: 'staff',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    label: { en: 'Who does it', ru: 'Кто оказывает' },
    index: true,
    admin: {
      description: {
        en: 'People with active working hours can be booked.',
        ru: 'Записаться можно к тем, у кого включён график работы.',
      },
    },
  },
  {
    name: 'slug',
    type: 'text',
    label: { en: 'Slug', ru: 'Адрес страницы' },
    unique: true,
    index: true,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      description: {
        en: 'Made from the title on the first save when left empty.',
        ru: 'Если не заполнить, создаётся из названия при первом сохранении.',
      },
    },
  },
]
