import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { nobody } from '../access/nobody.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { currencies } from '../currencies.ts'
import { guardStatus } from '../guardStatus.ts'
import { lockBeforeUpdate } from '../lockBeforeUpdate.ts'
import { money } from '../money.ts'
import { requiredSelect } from '../requiredSelect.ts'
import { cartEndpoints } from './carts/cartEndpoints.ts'
import { cartItems } from './carts/cartItems.ts'
import { cartStatusMachine } from './carts/cartStatusMachine.ts'
import { contactFromAccount } from './carts/contactFromAccount.ts'
import { dropDeadLines } from './carts/dropDeadLines.ts'
import { prepareCart } from './carts/prepareCart.ts'

const computed = { create: nobody, update: nobody }
const dayAndTime = { pickerAppearance: 'dayAndTime' } as const

/**
 * What buyers have picked and not yet ordered. Staff write them here, buyers through the endpoints below
 * /api/carts. The smallest one is `{}`.
 */
export const Carts: CollectionConfig = {
  slug: 'carts',
  labels: {
    singular: { en: 'Cart', ru: 'Корзина' },
    plural: { en: 'Carts', ru: 'Корзины' },
  },
  admin: {
    group: { en: 'Commerce', ru: 'Магазин' },
    description: {
      en: 'What buyers have picked and not yet ordered.',
      ru: 'Что покупатели отложили, но ещё не заказали.',
    },
    useAsTitle: 'email',
    defaultColumns: [
      'email',
      'name',
      'status',
      'itemCount',
      'subtotal.amount',
      'subtotal.currency',
      'lastChangedAt',
    ],
    listSearchableFields: ['email', 'phone', 'name'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('user'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-lastChangedAt',
  disableDuplicate: true,
  // See lockBeforeUpdate.
  lockDocuments: false,
  indexes: [{ fields: ['status', 'lastChangedAt'] }, { fields: ['user', 'status'] }],
  endpoints: cartEndpoints,
  hooks: {
    beforeOperation: [lockBeforeUpdate],
    beforeValidate: [dropDeadLines],
    beforeChange: [guardStatus({ machine: cartStatusMachine }), contactFromAccount, prepareCart],
  },
  fields: [
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', ru: 'Статус' },
      validate: requiredSelect,
      defaultValue: 'active',
      options: [
        { value: 'active', label: { en: 'Active', ru: 'Активна' } },
        { value: 'converted', label: { en: 'Became an order', ru: 'Стала заказом' } },
        { value: 'merged', label: { en: 'Merged into another', ru: 'Объединена с другой' } },
      ],
      admin: { position: 'sidebar' },
    },
    cartItems,
    {
      name: 'currency',
      type: 'select',
      label: { en: 'Currency', ru: 'Валюта' },
      validate: requiredSelect,
      defaultValue: currencies[0],
      options: [...currencies],
      admin: { position: 'sidebar' },
    },
    {
      ...money({ name: 'subtotal', label: { en: 'Subtotal', ru: 'Сумма' } }),
      access: computed,
      admin: {
        readOnly: true,
        description: { en: 'Computed from the items.', ru: 'Считается по товарам.' },
      },
    },
    {
      name: 'itemCount',
      type: 'number',
      label: { en: 'Units', ru: 'Штук' },
      defaultValue: 0,
      index: true,
      access: computed,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'Customer account', ru: 'Учётная запись покупателя' },
      admin: {
        position: 'sidebar',
        description: { en: 'Empty for a guest.', ru: 'Пусто, если покупатель — гость.' },
      },
    },
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', label: { en: 'Name', ru: 'Имя' }, maxLength: 200 },
        { name: 'email', type: 'email', label: { en: 'E-mail', ru: 'Почта' }, index: true },
        {
          name: 'phone',
          type: 'text',
          label: { en: 'Phone', ru: 'Телефон' },
          index: true,
          maxLength: 50,
        },
      ],
    },
    {
      name: 'language',
      type: 'select',
      label: { en: 'Language', ru: 'Язык' },
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
      name: 'lastChangedAt',
      type: 'date',
      label: { en: 'Items last changed', ru: 'Товары изменены' },
      index: true,
      access: computed,
      admin: { position: 'sidebar', readOnly: true, date: dayAndTime },
    },
    {
      name: 'order',
      type: 'relationship',
      relationTo: 'orders',
      label: { en: 'Order', ru: 'Заказ' },
      index: true,
      admin: { position: 'sidebar', condition: (data) => data?.['status'] === 'converted' },
    },
    {
      name: 'convertedAt',
      type: 'date',
      label: { en: 'Became an order at', ru: 'Стала заказом' },
      index: true,
      access: computed,
      admin: {
        position: 'sidebar',
        readOnly: true,
        date: dayAndTime,
        condition: (data) => data?.['status'] === 'converted',
      },
    },
    {
      name: 'mergedInto',
      type: 'relationship',
      relationTo: 'carts',
      label: { en: 'Merged into', ru: 'Объединена с' },
      admin: { position: 'sidebar', condition: (data) => data?.['status'] === 'merged' },
    },
    {
      name: 'utm',
      type: 'group',
      label: { en: 'Where the buyer came from', ru: 'Откуда пришёл покупатель' },
      fields: [
        {
          type: 'row',
          fields: (['source', 'medium', 'campaign', 'content', 'term'] as const).map((name) => ({
            name,
            type: 'text' as const,
            label: { en: `utm_${name}`, ru: `utm_${name}` },
            maxLength: 200,
          })),
        },
      ],
    },
    {
      name: 'referrer',
      type: 'text',
      label: { en: 'Page the buyer came from', ru: 'Страница, с которой пришёл покупатель' },
      maxLength: 2000,
    },
    {
      name: 'secretHash',
      type: 'text',
      label: { en: 'Hash of the secret', ru: 'Хеш секрета' },
      hidden: true,
      access: { ...computed, read: nobody },
    },
  ],
}
