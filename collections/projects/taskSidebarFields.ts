import type { Field } from 'payload'

import { stampedDate } from '../stampedDate.ts'
import { staffOnly } from '../staffOnly.ts'
import { tags } from '../tags.ts'
import { validateRelation } from '../validateRelation.ts'
import { wholeNumber } from '../wholeNumber.ts'
import { requiredSelect } from '../requiredSelect.ts'

/** Who, how urgent, until when. */
export const taskSidebarFields: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'todo',
    hooks: { beforeDuplicate: [() => 'todo'] },
    options: [
      { value: 'todo', label: { en: 'To do', ru: 'К выполнению' } },
      { value: 'in_progress', label: { en: 'In progress', ru: 'В работе' } },
      { value: 'review', label: { en: 'In review', ru: 'На проверке' } },
      { value: 'done', label: { en: 'Done', ru: 'Выполнена' } },
      { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменена' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Assignee', ru: 'Исполнитель' },
    filterOptions: staffOnly,
    validate: validateRelation,
    admin: { position: 'sidebar', allowCreate: false },
  },
  {
    name: 'reporter',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Asked by', ru: 'Постановщик' },
    filterOptions: staffOnly,
    validate: validateRelation,
    index: true,
    admin: {
      position: 'sidebar',
      allowCreate: false,
      description: { en: 'Empty: whoever saves it.', ru: 'Пусто: тот, кто сохранит.' },
    },
  },
  {
    name: 'dueAt',
    type: 'date',
    label: { en: 'Due', ru: 'Срок' },
    index: true,
    admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
  },
  {
    name: 'priority',
    type: 'select',
    label: { en: 'Priority', ru: 'Приоритет' },
    defaultValue: 'normal',
    index: true,
    // From urgent down, as a list sorted by priority shows them.
    options: [
      { value: 'urgent', label: { en: 'Urgent', ru: 'Срочно' } },
      { value: 'high', label: { en: 'High', ru: 'Высокий' } },
      { value: 'normal', label: { en: 'Normal', ru: 'Обычный' } },
      { value: 'low', label: { en: 'Low', ru: 'Низкий' } },
    ],
    admin: { position: 'sidebar' },
  },
  tags,
  {
    name: 'order',
    type: 'number',
    label: { en: 'Order within the project', ru: 'Порядок в проекте' },
    defaultValue: 0,
    validate: wholeNumber,
    admin: { position: 'sidebar', step: 1 },
  },
  stampedDate('startedAt', { en: 'Started at', ru: 'Начата' }),
  stampedDate('completedAt', { en: 'Completed at', ru: 'Выполнена' }),
]
