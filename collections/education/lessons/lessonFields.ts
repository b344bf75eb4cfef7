import type { Field } from 'payload'

import { wholeNumber } from '../../wholeNumber.ts'
import { lastingRelation } from '../lastingRelation.ts'
import { webAddress } from '../webAddress.ts'

/** What a lesson holds. */
export const lessonFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Название' },
    localized: true,
    required: true,
  },
  {
    name: 'content',
    type: 'richText',
    label: { en: 'Content', ru: 'Содержание' },
    localized: true,
  },
  {
    name: 'videoUrl',
    type: 'text',
    label: { en: 'Video address', ru: 'Ссылка на видео' },
    validate: webAddress,
  },
  lastingRelation({
    name: 'course',
    relationTo: 'courses',
    label: { en: 'Course', ru: 'Курс' },
    isRequired: true,
    position: 'sidebar',
  }),
  {
    name: 'order',
    type: 'number',
    label: { en: 'Number in the course', ru: 'Номер в курсе' },
    min: 1,
    validate: wholeNumber,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      step: 1,
      description: {
        en: 'Left empty, the lesson becomes the last one.',
        ru: 'Если не заполнить, урок станет последним.',
      },
    },
  },
  {
    name: 'durationMinutes',
    type: 'number',
    label: { en: 'Duration, minutes', ru: 'Длительность, минут' },
    min: 0,
    validate: wholeNumber,
    admin: { position: 'sidebar', step: 1 },
  },
  {
    name: 'freePreview',
    type: 'checkbox',
    label: { en: 'Free preview', ru: 'Бесплатный просмотр' },
    defaultValue: false,
    index: true,
    admin: {
      position: 'sidebar',
      description: {
        en: 'Everybody may read it, also without an account.',
        ru: 'Урок может прочитать любой, даже без учётной записи.',
      },
    },
  },
]
