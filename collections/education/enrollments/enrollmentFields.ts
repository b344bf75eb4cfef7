import type { Field } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { nobody } from '../../access/nobody.ts'
import { computedNumber } from '../computedNumber.ts'
import { lastingRelation } from '../lastingRelation.ts'
import { stampedDate } from '../../stampedDate.ts'
import { studentEmail } from '../studentEmail.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** Who studies what, and how far they are. */
export const enrollmentFields: Field[] = [
  lastingRelation({
    name: 'user',
    relationTo: 'users',
    label: { en: 'Student', ru: 'Ученик' },
    isRequired: true,
    access: { update: nobody },
  }),
  lastingRelation({
    name: 'course',
    relationTo: 'courses',
    label: { en: 'Course', ru: 'Курс' },
    isRequired: true,
    access: { update: nobody },
  }),
  studentEmail,
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'enrolled',
    options: [
      { value: 'enrolled', label: { en: 'Enrolled', ru: 'Записан' } },
      { value: 'active', label: { en: 'Studying', ru: 'Учится' } },
      { value: 'completed', label: { en: 'Completed', ru: 'Прошёл курс' } },
      { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменена' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    type: 'row',
    fields: [
      computedNumber('progressPercent', { en: 'Progress, %', ru: 'Прогресс, %' }),
      computedNumber('lessonsDone', { en: 'Lessons completed', ru: 'Пройдено уроков' }),
      computedNumber('lessonsTotal', { en: 'Lessons in the course', ru: 'Уроков в курсе' }),
    ],
  },
  {
    name: 'note',
    type: 'textarea',
    label: { en: 'Note', ru: 'Примечание' },
    access: { read: isStaff },
    admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
  },
  {
    name: 'source',
    type: 'select',
    label: { en: 'Enrolled by', ru: 'Кто записал' },
    defaultValue: 'staff',
    index: true,
    options: [
      { value: 'self', label: { en: 'The student', ru: 'Сам ученик' } },
      { value: 'staff', label: { en: 'The school', ru: 'Школа' } },
      { value: 'order', label: { en: 'An order', ru: 'По заказу' } },
      { value: 'api', label: { en: 'API', ru: 'API' } },
      { value: 'import', label: { en: 'Import', ru: 'Импорт' } },
    ],
    admin: { position: 'sidebar' },
  },
  lastingRelation({
    name: 'order',
    relationTo: 'orders',
    label: { en: 'Order', ru: 'Заказ' },
    position: 'sidebar',
  }),
  stampedDate('startedAt', { en: 'Started at', ru: 'Начал' }),
  stampedDate('completedAt', { en: 'Completed at', ru: 'Завершил' }),
  stampedDate('cancelledAt', { en: 'Cancelled at', ru: 'Отменена' }),
  stampedDate('lastProgressAt', { en: 'Last progress', ru: 'Последний прогресс' }),
]
