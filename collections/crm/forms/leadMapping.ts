import type { GroupField, TextField } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { staffOnly } from '../../staffOnly.ts'
import { validateRelation } from '../../validateRelation.ts'

/** Fields of a lead that an answer may fill. */
export const mappedLeadFields = ['name', 'phone', 'email', 'company', 'message'] as const

const source = (name: string, label: { en: string; ru: string }): TextField => ({
  name,
  type: 'text',
  label,
  maxLength: 50,
  admin: {
    width: '33%',
    condition: (_, group) => Boolean(group?.['enabled']),
  },
})

/** Whether the answers become a lead, and which answer fills which of its fields. */
export const leadMapping: GroupField = {
  name: 'lead',
  type: 'group',
  label: { en: 'Lead', ru: 'Заявка' },
  access: { read: isStaff },
  admin: {
    description: {
      en: 'Fields are named by their name for programs. Left empty: the first phone, the first e-mail, the field called name, company or message. Everything else goes into the message.',
      ru: 'Поля указываются по имени для программ. Если пусто: первый телефон, первая почта, поле с именем name, company или message. Всё остальное попадает в сообщение.',
    },
  },
  fields: [
    {
      name: 'enabled',
      type: 'checkbox',
      label: { en: 'Make a lead of the answers', ru: 'Создавать заявку из ответов' },
      defaultValue: false,
    },
    {
      type: 'row',
      fields: [
        source('name', { en: 'Name is in', ru: 'Имя из поля' }),
        source('phone', { en: 'Phone is in', ru: 'Телефон из поля' }),
        source('email', { en: 'E-mail is in', ru: 'Почта из поля' }),
      ],
    },
    {
      type: 'row',
      fields: [
        source('company', { en: 'Company is in', ru: 'Компания из поля' }),
        source('message', { en: 'Message is in', ru: 'Сообщение из поля' }),
      ],
    },
    {
      name: 'assignee',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'Responsible for these leads', ru: 'Ответственный за эти заявки' },
      filterOptions: staffOnly,
      validate: validateRelation,
      admin: { allowCreate: false, condition: (_, group) => Boolean(group?.['enabled']) },
    },
    {
      name: 'tags',
      type: 'text',
      label: { en: 'Tags of these leads', ru: 'Метки этих заявок' },
      hasMany: true,
      maxRows: 30,
      maxLength: 60,
      admin: { condition: (_, group) => Boolean(group?.['enabled']) },
    },
  ],
}
