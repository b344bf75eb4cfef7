import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { money } from '../money.ts'
import { assignOrderNumber } from './assignOrderNumber.ts'
import { orderDelivery } from './orders/orderDelivery.ts'
import { returnStock } from './orders/returnStock.ts'
import { stampedDate } from '../stampedDate.ts'
import { orderItems } from './orderItems.ts'
import { orderStatusMachine } from './orderStatusMachine.ts'
import { stampOrderDates } from './stampOrderDates.ts'
import { totalFromItems } from './totalFromItems.ts'
import { requiredSelect } from '../requiredSelect.ts'

/** Orders of the shop. The smallest one is `{ "total": { "amount": 20000, "currency": "RUB" } }`. */
export const Orders: CollectionConfig = {
  slug: 'orders',
  labels: {
    singular: { en: 'Order', ru: 'Заказ' },
    plural: { en: 'Orders', ru: 'Заказы' },
  },
  admin: {
    group: { en: 'Commerce', ru: 'Магазин' },
    description: {
      en: 'Every order, from the first click to the refund.',
      ru: 'Все заказы: от оформления до возврата.',
    },
    useAsTitle: 'number',
    defaultColumns: [
      'number',
      'status',
      'total.amount',
      'total.currency',
      'customerName',
      'createdAt',
    ],
    listSearchableFields: ['number', 'customerName', 'customerEmail', 'customerPhone'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('customer'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-createdAt',
  // Saved by machines more than by editors; see connectionTimeoutMillis in config/applicationConfig.ts.
  lockDocuments: false,
  disableDuplicate: true,
  indexes: [{ fields: ['status', 'createdAt'] }, { fields: ['customer', 'createdAt'] }],
  hooks: {
    beforeChange: [
      guardStatus({ machine: orderStatusMachine }),
      returnStock.beforeChange,
      totalFromItems,
      stampOrderDates,
      assignOrderNumber,
    ],
    afterChange: [returnStock.afterChange],
  },
  fields: [
    {
      name: 'number',
      type: 'text',
      label: { en: 'Number', ru: 'Номер' },
      unique: true,
      access: { create: nobody, update: nobody },
      admin: {
        position: 'sidebar',
        readOnly: true,
        description: { en: 'Given on saving.', ru: 'Присваивается при сохранении.' },
      },
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Status', ru: 'Статус' },
      validate: requiredSelect,
      defaultValue: 'pending',
      options: [
        { value: 'pending', label: { en: 'Pending', ru: 'Ожидает оплаты' } },
        { value: 'paid', label: { en: 'Paid', ru: 'Оплачен' } },
        { value: 'completed', label: { en: 'Completed', ru: 'Выполнен' } },
        { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменён' } },
        { value: 'refunded', label: { en: 'Refunded', ru: 'Возвращён' } },
      ],
      admin: { position: 'sidebar' },
    },
    money({
      name: 'total',
      label: { en: 'Total', ru: 'Итого' },
      localized: true,
      description: {
        en: 'Left empty on a new order, it is the sum of its items.',
        ru: 'Если в новом заказе не указать, посчитается по позициям.',
      },
    }),
    orderItems,
    {
      type: 'row',
      fields: [
        money({ name: 'discount', label: { en: 'Discount', ru: 'Скидка' } }),
        money({ name: 'deliveryCost', label: { en: 'Delivery cost', ru: 'Стоимость доставки' } }),
      ],
    },
    ...orderDelivery,
    {
      name: 'customer',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'Customer account', ru: 'Учётная запись покупателя' },
      admin: { position: 'sidebar' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'customerName',
          type: 'text',
          label: { en: 'Customer name', ru: 'Имя покупателя' },
        },
        {
          name: 'customerEmail',
          type: 'email',
          label: { en: 'Customer e-mail', ru: 'Почта покупателя' },
          index: true,
        },
        {
          name: 'customerPhone',
          type: 'text',
          label: { en: 'Customer phone', ru: 'Телефон покупателя' },
          index: true,
        },
      ],
    },
    {
      name: 'comment',
      type: 'textarea',
      label: { en: 'Comment of the buyer', ru: 'Комментарий покупателя' },
    },
    {
      name: 'note',
      type: 'textarea',
      label: { en: 'Note', ru: 'Примечание' },
      access: { read: isStaff },
      admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
    },
    {
      name: 'cart',
      type: 'relationship',
      relationTo: 'carts',
      label: { en: 'Cart', ru: 'Корзина' },
      index: true,
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data?.['cart']) },
    },
    {
      name: 'source',
      type: 'select',
      label: { en: 'Source', ru: 'Откуда' },
      defaultValue: 'site',
      index: true,
      options: [
        { value: 'site', label: { en: 'Site', ru: 'Сайт' } },
        { value: 'admin', label: { en: 'Admin panel', ru: 'Панель управления' } },
        { value: 'api', label: { en: 'API', ru: 'API' } },
        { value: 'phone', label: { en: 'Phone', ru: 'Телефон' } },
        { value: 'messenger', label: { en: 'Messenger', ru: 'Мессенджер' } },
        { value: 'import', label: { en: 'Import', ru: 'Импорт' } },
      ],
      admin: { position: 'sidebar' },
    },
    stampedDate('paidAt', { en: 'Paid at', ru: 'Оплачен' }),
    stampedDate('completedAt', { en: 'Completed at', ru: 'Выполнен' }),
    stampedDate('cancelledAt', { en: 'Cancelled at', ru: 'Отменён' }),
    stampedDate('refundedAt', { en: 'Refunded at', ru: 'Возвращён' }),
  ],
}
