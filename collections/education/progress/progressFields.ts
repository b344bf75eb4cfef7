import type { Field } from 'payload'

import { nobody } from '../../access/nobody.ts'
import { wholeNumber } from '../../wholeNumber.ts'
import { lastingRelation } from '../lastingRelation.ts'
import { stampedDate } from '../../stampedDate.ts'
import { studentEmail } from '../studentEmail.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** What one student did in one lesson. */
export const progressFields: Field[] = [
  lastingRelation({
    name: 'user',
    relationTo: 'users',
    label: { en: 'Student', ru: 'Ученик' },
    isRequired: true,
    access: { update: nobody },
  }),
  lastingRelation({
    name: 'lesson',
    relationTo: 'lessons',
    label: { en: 'Lesson', ru: 'Урок' },
    isRequired: true,
    access: { update: nobody },
  }),
  studentEmail,
  lastingRelation({
    name: 'enrollment',
    relationTo: 'course-enrollments',
    label: { en: 'Enrollment', ru: 'Запись на курс' },
    description: { en: 'Found on saving.', ru: 'Находится при сохранении.' },
    position: 'sidebar',
    access: { create: nobody, update: nobody },
  }),
  lastingRelation({
    name: 'course',
    relationTo: 'courses',
    label: { en: 'Course', ru: 'Курс' },
    description: { en: 'The course of the lesson.', ru: 'Курс этого урока.' },
    position: 'sidebar',
    access: { create: nobody, update: nobody },
  }),
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'not_started',
    options: [
      { value: 'not_started', label: { en: 'Not started', ru: 'Не начат' } },
      { value: 'in_progress', label: { en: 'In progress', ru: 'Проходит' } },
      { value: 'completed', label: { en: 'Completed', ru: 'Пройден' } },
    ],
    admin: {
      position: 'sidebar',
      description: {
        en: 'Back to "Not started" resets the lesson.',
        ru: 'Возврат к «Не начат» сбрасывает урок.',
      },
    },
  },
  {
    name: 'percent',
    type: 'number',
    label: { en: 'Progress, %', ru: 'Прогресс, %' },
    defaultValue: 0,
    min: 0,
    max: 100,
    admin: {
      step: 1,
      description: { en: '100 completes the lesson.', ru: '100 завершает урок.' },
    },
  },
  {
    name: 'secondsWatched',
    type: 'number',
    label: { en: 'Seconds watched', ru: 'Просмотрено секунд' },
    defaultValue: 0,
    min: 0,
    validate: wholeNumber,
    admin: { step: 1 },
  },
  stampedDate('startedAt', { en: 'Started at', ru: 'Начал' }),
  stampedDate('completedAt', { en: 'Completed at', ru: 'Завершил' }),
  stampedDate('lastActivityAt', { en: 'Last activity', ru: 'Последняя активность' }),
]
