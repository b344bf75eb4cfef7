import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { guardStatus } from '../guardStatus.ts'
import { requiredRelation } from '../requiredRelation.ts'
import { requiredSelect } from '../requiredSelect.ts'
import { wholeNumber } from '../wholeNumber.ts'
import { completeReview } from './reviews/completeReview.ts'
import { reviewAccess } from './reviews/reviewAccess.ts'
import { reviewAsGuest } from './reviews/reviewAsGuest.ts'
import { reviewStatusMachine } from './reviews/reviewStatusMachine.ts'
import { signReview } from './reviews/signReview.ts'

const byStaff = { create: isAdminOrManager, update: isAdminOrManager }
const computed = { create: nobody, update: nobody }
const dayAndTime = { pickerAppearance: 'dayAndTime' } as const

/** What buyers say about products. The smallest one is `{ "product": 1, "rating": 5 }`. */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  labels: {
    singular: { en: 'Review', ru: 'Отзыв' },
    plural: { en: 'Reviews', ru: 'Отзывы' },
  },
  admin: {
    group: { en: 'Commerce', ru: 'Магазин' },
    description: {
      en: 'What buyers say about products. Visitors see approved reviews only.',
      ru: 'Отзывы покупателей о товарах. Посетители видят только одобренные.',
    },
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'rating',
      'product',
      'authorName',
      'status',
      'isVerified',
      'createdAt',
    ],
    listSearchableFields: ['title', 'text', 'authorName', 'authorEmail'],
  },
  access: reviewAccess,
  defaultSort: '-createdAt',
  disableDuplicate: true,
  indexes: [
    { fields: ['product', 'status'] },
    { fields: ['product', 'author'], unique: true },
    { fields: ['status', 'createdAt'] },
  ],
  endpoints: [reviewAsGuest],
  hooks: {
    beforeValidate: [signReview],
    beforeChange: [guardStatus({ machine: reviewStatusMachine }), completeReview],
  },
  fields: [
    {
      name: 'product',
      type: 'relationship',
      relationTo: 'products',
      label: { en: 'Product', ru: 'Товар' },
      index: true,
      access: { update: isAdminOrManager },
      validate: requiredRelation({ mayBeOrphan: true }),
    },
    {
      name: 'rating',
      type: 'number',
      label: { en: 'Rating', ru: 'Оценка' },
      required: true,
      min: 1,
      max: 5,
      index: true,
      validate: wholeNumber,
      admin: { step: 1, description: { en: 'From 1 to 5.', ru: 'От 1 до 5.' } },
    },
    { name: 'title', type: 'text', label: { en: 'Title', ru: 'Заголовок' }, maxLength: 200 },
    { name: 'text', type: 'textarea', label: { en: 'Text', ru: 'Текст' }, maxLength: 5000 },
    {
      name: 'photos',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      maxRows: 10,
      label: { en: 'Pictures', ru: 'Фотографии' },
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Moderation', ru: 'Модерация' },
      validate: requiredSelect,
      defaultValue: 'pending',
      access: byStaff,
      options: [
        { value: 'pending', label: { en: 'Waits for a moderator', ru: 'Ждёт модератора' } },
        { value: 'approved', label: { en: 'Approved', ru: 'Одобрен' } },
        { value: 'rejected', label: { en: 'Rejected', ru: 'Отклонён' } },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'Author', ru: 'Автор' },
      index: true,
      access: byStaff,
      admin: { position: 'sidebar' },
    },
    {
      name: 'authorName',
      type: 'text',
      label: { en: 'Name shown', ru: 'Показываемое имя' },
      access: byStaff,
      maxLength: 100,
      admin: {
        position: 'sidebar',
        description: {
          en: "Left empty, it is the account's name.",
          ru: 'Если не указать, берётся имя из учётной записи.',
        },
      },
    },
    {
      name: 'authorEmail',
      type: 'email',
      label: { en: 'E-mail of a guest', ru: 'Почта гостя' },
      access: { ...byStaff, read: isStaff },
      admin: {
        position: 'sidebar',
        description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' },
      },
    },
    {
      name: 'isVerified',
      type: 'checkbox',
      label: { en: 'Bought the product', ru: 'Купил этот товар' },
      defaultValue: false,
      access: computed,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'reply',
      type: 'group',
      label: { en: 'Reply of the shop', ru: 'Ответ магазина' },
      access: byStaff,
      fields: [
        { name: 'text', type: 'textarea', label: { en: 'Reply', ru: 'Ответ' }, maxLength: 5000 },
        {
          name: 'repliedAt',
          type: 'date',
          label: { en: 'Replied at', ru: 'Дата ответа' },
          access: computed,
          admin: { readOnly: true, date: dayAndTime },
        },
        {
          name: 'repliedBy',
          type: 'relationship',
          relationTo: 'users',
          label: { en: 'Replied by', ru: 'Кто ответил' },
          access: { ...computed, read: isStaff },
          admin: { readOnly: true },
        },
      ],
    },
    {
      name: 'moderatedAt',
      type: 'date',
      label: { en: 'Moderated at', ru: 'Дата модерации' },
      access: { ...computed, read: isStaff },
      admin: { position: 'sidebar', readOnly: true, date: dayAndTime },
    },
  ],
}
