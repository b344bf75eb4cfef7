import type { Field } from 'payload'

import { isStaff } from '../access/isStaff.ts'
import { money } from '../money.ts'
import { staffOnly } from '../staffOnly.ts'
import { validateRelation } from '../validateRelation.ts'

const work: Field[] = [
  {
    name: 'description',
    type: 'textarea',
    label: { en: 'What is to be done', ru: 'Что нужно сделать' },
    maxLength: 20_000,
  },
  {
    name: 'serviceNames',
    type: 'text',
    label: { en: 'Services', ru: 'Услуги' },
    hasMany: true,
    maxRows: 50,
    maxLength: 200,
  },
  money({ name: 'budget', label: { en: 'Budget', ru: 'Бюджет' } }),
  {
    name: 'note',
    type: 'textarea',
    label: { en: 'Note', ru: 'Заметка' },
    maxLength: 20_000,
    access: { read: isStaff },
    admin: {
      description: { en: 'The client does not see it.', ru: 'Клиент её не видит.' },
    },
  },
]

const client: Field[] = [
  {
    type: 'row',
    fields: [
      {
        name: 'client',
        type: 'relationship',
        relationTo: 'users',
        label: { en: 'Client account', ru: 'Учётная запись клиента' },
        index: true,
        admin: {
          width: '50%',
          description: {
            en: 'Sees this project in the account.',
            ru: 'Видит этот проект в личном кабинете.',
          },
        },
      },
      {
        name: 'lead',
        type: 'relationship',
        relationTo: 'leads',
        label: { en: 'Lead it came from', ru: 'Заявка, из которой он вырос' },
        index: true,
        access: { read: isStaff },
        admin: { width: '50%' },
      },
    ],
  },
]

const team: Field[] = [
  {
    name: 'team',
    type: 'relationship',
    relationTo: 'users',
    hasMany: true,
    maxRows: 100,
    label: { en: 'Team', ru: 'Команда' },
    filterOptions: staffOnly,
    validate: validateRelation,
    admin: { allowCreate: false },
  },
  {
    name: 'tasks',
    type: 'join',
    collection: 'tasks',
    on: 'project',
    label: { en: 'Tasks', ru: 'Задачи' },
    defaultSort: 'order',
    defaultLimit: 25,
    admin: { defaultColumns: ['title', 'status', 'assignee', 'priority', 'dueAt'] },
  },
]

/** What the project is, whom it is for and who does it. */
export const projectMainFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Название' },
    required: true,
    maxLength: 200,
  },
  {
    type: 'tabs',
    tabs: [
      { label: { en: 'Work', ru: 'Работа' }, fields: work },
      { label: { en: 'Client', ru: 'Клиент' }, fields: client },
      { label: { en: 'Team and tasks', ru: 'Команда и задачи' }, fields: team },
    ],
  },
]
