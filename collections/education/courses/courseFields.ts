import type { Field } from 'payload'

import { money } from '../../money.ts'
import { lastingRelation } from '../lastingRelation.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** What a course says and how it is joined. */
export const courseFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Название' },
    localized: true,
    required: true,
  },
  {
    name: 'summary',
    type: 'textarea',
    label: { en: 'Summary', ru: 'Коротко о курсе' },
    localized: true,
    maxLength: 500,
  },
  {
    name: 'description',
    type: 'richText',
    label: { en: 'Description', ru: 'Описание' },
    localized: true,
  },
  {
    name: 'cover',
    type: 'upload',
    relationTo: 'media',
    label: { en: 'Cover', ru: 'Обложка' },
  },
  money({
    name: 'price',
    label: { en: 'Price', ru: 'Цена' },
    description: {
      en: 'Without a price in any language the course is free.',
      ru: 'Если цены нет ни на одном языке, курс бесплатный.',
    },
    localized: true,
  }),
  {
    name: 'lessons',
    type: 'join',
    collection: 'lessons',
    on: 'course',
    label: { en: 'Lessons', ru: 'Уроки' },
    defaultSort: 'order',
    defaultLimit: 100,
    admin: { defaultColumns: ['order', 'title', 'durationMinutes', '_status'] },
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
  {
    name: 'level',
    type: 'select',
    label: { en: 'Level', ru: 'Уровень' },
    defaultValue: 'beginner',
    index: true,
    options: [
      { value: 'beginner', label: { en: 'Beginner', ru: 'Начальный' } },
      { value: 'intermediate', label: { en: 'Intermediate', ru: 'Средний' } },
      { value: 'advanced', label: { en: 'Advanced', ru: 'Продвинутый' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'durationHours',
    type: 'number',
    label: { en: 'Duration, hours', ru: 'Длительность, часов' },
    min: 0,
    admin: { position: 'sidebar', step: 0.5 },
  },
  lastingRelation({
    name: 'teacher',
    relationTo: 'users',
    label: { en: 'Teacher', ru: 'Преподаватель' },
    position: 'sidebar',
  }),
  {
    name: 'enrollmentPolicy',
    type: 'select',
    label: { en: 'Who may join', ru: 'Кто может записаться' },
    validate: requiredSelect,
    defaultValue: 'when_free',
    options: [
      {
        value: 'when_free',
        label: { en: 'Anybody, when the course is free', ru: 'Любой, если курс бесплатный' },
      },
      { value: 'open', label: { en: 'Anybody', ru: 'Любой' } },
      { value: 'closed', label: { en: 'Only whom we enrol', ru: 'Только кого записала школа' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'issueCertificate',
    type: 'checkbox',
    label: { en: 'Certificate on completion', ru: 'Сертификат по завершении' },
    defaultValue: true,
    admin: {
      position: 'sidebar',
      description: {
        en: 'Issued at the moment the last lesson is completed.',
        ru: 'Выдаётся в момент завершения последнего урока.',
      },
    },
  },
]
