import type { Field } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { nobody } from '../../access/nobody.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** Where moderation stands, and what readers made of it. */
export const commentSidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'pending',
    options: [
      { value: 'pending', label: { en: 'Waits for a decision', ru: 'Ждёт проверки' } },
      { value: 'approved', label: { en: 'Approved', ru: 'Одобрен' } },
      { value: 'rejected', label: { en: 'Rejected', ru: 'Отклонён' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'author',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Account of the author', ru: 'Учётная запись автора' },
    index: true,
    admin: {
      position: 'sidebar',
      description: { en: 'Empty: a guest.', ru: 'Пусто: гость.' },
    },
  },
  {
    name: 'likesCount',
    type: 'number',
    label: { en: 'Likes', ru: 'Нравится' },
    defaultValue: 0,
    min: 0,
    index: true,
    access: { create: nobody, update: nobody },
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'moderatedAt',
    type: 'date',
    label: { en: 'Decided at', ru: 'Проверен' },
    access: { create: nobody, read: isStaff, update: nobody },
    admin: {
      position: 'sidebar',
      readOnly: true,
      date: { pickerAppearance: 'dayAndTime' },
      condition: (data) => Boolean(data?.['moderatedAt']),
    },
  },
  {
    name: 'moderatedBy',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Decided by', ru: 'Кто проверил' },
    access: { create: nobody, read: isStaff, update: nobody },
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data?.['moderatedBy']),
    },
  },
]
