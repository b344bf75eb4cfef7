import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { enforceRole } from './enforceRole.ts'
import { keepLastAdmin } from './keepLastAdmin.ts'
import { keepLastAdminOnDelete } from './keepLastAdminOnDelete.ts'
import { readUsers } from './readUsers.ts'
import { keepStored } from '../keepStored.ts'
import { activityBeacon } from './activityBeacon.ts'
import { updateUsers } from './updateUsers.ts'
import { writeApiKey } from './writeApiKey.ts'
import { requiredSelect } from '../requiredSelect.ts'

const eightHours = 8 * 60 * 60
const tenMinutes = 10 * 60 * 1000

/** Staff and customers. The smallest one is `{ "email": "…", "password": "…" }`, a customer. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: {
    singular: { en: 'User', ru: 'Пользователь' },
    plural: { en: 'Users', ru: 'Пользователи' },
  },
  auth: {
    useAPIKey: true,
    maxLoginAttempts: 5,
    lockTime: tenMinutes,
    tokenExpiration: eightHours,
  },
  admin: {
    group: { en: 'People', ru: 'Люди' },
    description: {
      en: 'Everyone with an account: the team and the customers.',
      ru: 'Все, у кого есть учётная запись: сотрудники и клиенты.',
    },
    useAsTitle: 'email',
    defaultColumns: ['email', 'name', 'role', 'lastActiveAt', 'createdAt'],
    listSearchableFields: ['email', 'name', 'phone'],
  },
  access: {
    admin: isStaff,
    create: isAdminOrManager,
    read: readUsers,
    update: updateUsers,
    delete: isAdmin,
    unlock: isAdmin,
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  endpoints: [activityBeacon],
  hooks: {
    beforeValidate: [enforceRole],
    // Somebody may be seen while somebody else edits the profile.
    beforeChange: [keepLastAdmin, keepStored(['lastActiveAt'])],
    beforeDelete: [keepLastAdminOnDelete],
  },
  fields: [
    { name: 'name', type: 'text', label: { en: 'Name', ru: 'Имя' }, index: true },
    { name: 'phone', type: 'text', label: { en: 'Phone', ru: 'Телефон' }, index: true },
    {
      name: 'role',
      type: 'select',
      label: { en: 'Role', ru: 'Роль' },
      validate: requiredSelect,
      defaultValue: 'customer',
      index: true,
      saveToJWT: true,
      access: { create: isAdmin, update: isAdmin },
      options: [
        { value: 'admin', label: { en: 'Administrator', ru: 'Администратор' } },
        { value: 'manager', label: { en: 'Manager', ru: 'Менеджер' } },
        { value: 'viewer', label: { en: 'Viewer', ru: 'Наблюдатель' } },
        { value: 'customer', label: { en: 'Customer', ru: 'Клиент' } },
      ],
      admin: {
        position: 'sidebar',
        description: {
          en: 'Only an administrator may change it. Customers cannot open this panel.',
          ru: 'Меняет только администратор. Клиенты эту панель не видят.',
        },
      },
    },
    {
      name: 'locale',
      type: 'select',
      label: { en: 'Language', ru: 'Язык' },
      defaultValue: 'ru',
      options: [
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ],
      admin: {
        position: 'sidebar',
        description: { en: 'Language of messages.', ru: 'Язык сообщений.' },
      },
    },
    {
      name: 'lastActiveAt',
      type: 'date',
      label: { en: 'Last seen', ru: 'Последняя активность' },
      index: true,
      access: { create: nobody, update: nobody },
      admin: {
        position: 'sidebar',
        readOnly: true,
        date: { pickerAppearance: 'dayAndTime' },
      },
    },
    {
      name: 'apiKey',
      type: 'text',
      label: { en: 'API key', ru: 'Ключ API' },
      access: { create: isAdmin, update: writeApiKey },
    },
    // Payload's own, which it calls by its name.
    {
      name: 'hasAPIKey',
      type: 'checkbox',
      virtual: true,
      label: { en: 'Has an API key', ru: 'Есть ключ API' },
    },
  ],
}
