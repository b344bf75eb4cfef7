import type { Field } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { nobody } from '../../access/nobody.ts'
import { commentTargets } from './commentTargets.ts'
import { commentText } from './commentText.ts'

/** What was said, where, and by whom. */
export const commentFields: Field[] = [
  {
    name: 'text',
    type: 'textarea',
    label: { en: 'Text', ru: 'Текст' },
    required: true,
    maxLength: 5000,
    validate: commentText,
  },
  {
    name: 'target',
    type: 'relationship',
    relationTo: [...commentTargets],
    label: { en: 'Commented on', ru: 'К чему относится' },
    required: true,
    access: { update: nobody },
    admin: {
      description: {
        en: 'Stays as it was when the comment was written.',
        ru: 'Не меняется после создания комментария.',
      },
    },
  },
  {
    name: 'parent',
    type: 'relationship',
    relationTo: 'comments',
    label: { en: 'Answer to', ru: 'Ответ на' },
    index: true,
    access: { update: nobody },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'authorName',
        type: 'text',
        label: { en: 'Name of the author', ru: 'Имя автора' },
        maxLength: 100,
        admin: {
          description: {
            en: 'Taken from the account when left empty.',
            ru: 'Если пусто, берётся из учётной записи.',
          },
        },
      },
      {
        name: 'authorEmail',
        type: 'email',
        label: { en: 'E-mail of a guest', ru: 'Почта гостя' },
        index: true,
        access: { read: isStaff },
        admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
      },
    ],
  },
]
