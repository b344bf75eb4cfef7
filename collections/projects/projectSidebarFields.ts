import type { Field } from 'payload'

import { nobody } from '../access/nobody.ts'
import { stampedDate } from '../stampedDate.ts'
import { staffOnly } from '../staffOnly.ts'
import { tags } from '../tags.ts'
import { validateRelation } from '../validateRelation.ts'
import { requiredSelect } from '../requiredSelect.ts'

/** What a manager looks at first. */
export const projectSidebarFields: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'planned',
    hooks: { beforeDuplicate: [() => 'planned'] },
    // In the order of a list sorted by status: what is worked on comes first.
    options: [
      { value: 'in_progress', label: { en: 'In progress', ru: 'В работе' } },
      { value: 'planned', label: { en: 'Planned', ru: 'Запланирован' } },
      { value: 'on_hold', label: { en: 'On hold', ru: 'Приостановлен' } },
      { value: 'completed', label: { en: 'Completed', ru: 'Завершён' } },
      { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменён' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'manager',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Manager', ru: 'Менеджер' },
    filterOptions: staffOnly,
    validate: validateRelation,
    index: true,
    admin: { position: 'sidebar', allowCreate: false },
  },
  {
    name: 'deadline',
    type: 'date',
    label: { en: 'Deadline', ru: 'Срок' },
    index: true,
    admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
  },
  {
    name: 'progress',
    type: 'number',
    label: { en: 'Done, %', ru: 'Готово, %' },
    min: 0,
    max: 100,
    access: { create: nobody, update: nobody },
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      readOnly: true,
      description: {
        en: 'Counted from its tasks; cancelled ones do not count.',
        ru: 'Считается по задачам, отменённые не в счёт.',
      },
    },
  },
  tags,
  stampedDate('startedAt', { en: 'Started at', ru: 'Начат' }),
  stampedDate('completedAt', { en: 'Completed at', ru: 'Завершён' }),
]
