import type { Field } from 'payload'

import { stampedDate } from '../../stampedDate.ts'
import { staffOnly } from '../../staffOnly.ts'
import { tags } from '../../tags.ts'
import { validateRelation } from '../../validateRelation.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** What a manager looks at first. */
export const leadSidebarFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Lead', ru: 'Заявка' },
    admin: { hidden: true },
  },
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'new',
    options: [
      { value: 'new', label: { en: 'New', ru: 'Новая' } },
      { value: 'in_work', label: { en: 'In work', ru: 'В работе' } },
      { value: 'qualified', label: { en: 'Qualified', ru: 'Квалифицирована' } },
      { value: 'won', label: { en: 'Won', ru: 'Успешно' } },
      { value: 'lost', label: { en: 'Lost', ru: 'Отказ' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'assignee',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Responsible', ru: 'Ответственный' },
    filterOptions: staffOnly,
    validate: validateRelation,
    admin: { position: 'sidebar', allowCreate: false },
  },
  {
    name: 'source',
    type: 'select',
    label: { en: 'Source', ru: 'Источник' },
    defaultValue: 'site',
    index: true,
    options: [
      { value: 'site', label: { en: 'Site', ru: 'Сайт' } },
      { value: 'form', label: { en: 'Form', ru: 'Форма' } },
      { value: 'phone', label: { en: 'Phone call', ru: 'Звонок' } },
      { value: 'email', label: { en: 'E-mail', ru: 'Почта' } },
      { value: 'messenger', label: { en: 'Messenger', ru: 'Мессенджер' } },
      { value: 'ads', label: { en: 'Advertising', ru: 'Реклама' } },
      { value: 'referral', label: { en: 'Recommendation', ru: 'Рекомендация' } },
      { value: 'event', label: { en: 'Event', ru: 'Мероприятие' } },
      { value: 'import', label: { en: 'Import', ru: 'Импорт' } },
      { value: 'api', label: { en: 'API', ru: 'API' } },
      { value: 'other', label: { en: 'Other', ru: 'Другое' } },
    ],
    admin: { position: 'sidebar' },
  },
  tags,
  stampedDate('statusChangedAt', { en: 'In this status since', ru: 'В этом статусе с' }),
  stampedDate('closedAt', { en: 'Closed at', ru: 'Закрыта' }),
]
