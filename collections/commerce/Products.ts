import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { staffOrPublished } from '../access/staffOrPublished.ts'
import { money } from '../money.ts'
import { wholeNumber } from '../wholeNumber.ts'
import { generateSlug } from './generateSlug.ts'
import { keepSoldStock } from './products/keepSoldStock.ts'
import { viewProduct } from './products/viewProduct.ts'
import { rememberAutosave } from './rememberAutosave.ts'

/** What the shop sells. The smallest one is `{ "title": "…", "_status": "draft" }`. */
export const Products: CollectionConfig = {
  slug: 'products',
  labels: {
    singular: { en: 'Product', ru: 'Товар' },
    plural: { en: 'Products', ru: 'Товары' },
  },
  admin: {
    group: { en: 'Commerce', ru: 'Магазин' },
    description: {
      en: 'The catalogue. Visitors see published products only.',
      ru: 'Каталог. Посетители видят только опубликованные товары.',
    },
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'sku',
      'price.amount',
      'price.currency',
      'stock',
      '_status',
      'updatedAt',
    ],
    listSearchableFields: ['title', 'sku', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrPublished,
    readVersions: isStaff,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  endpoints: [viewProduct],
  versions: { drafts: { autosave: { interval: 2000 } }, maxPerDoc: 50 },
  hooks: {
    beforeOperation: [rememberAutosave],
    beforeChange: [keepSoldStock, generateSlug],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', ru: 'Название' },
      localized: true,
      required: true,
    },
    {
      name: 'shortDescription',
      type: 'textarea',
      label: { en: 'Short description', ru: 'Коротко' },
      localized: true,
      maxLength: 500,
      admin: {
        description: {
          en: 'One or two sentences for lists and letters.',
          ru: 'Одно-два предложения для списков и писем.',
        },
      },
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', ru: 'Описание' },
      localized: true,
    },
    money({ name: 'price', label: { en: 'Price', ru: 'Цена' }, localized: true }),
    money({
      name: 'compareAtPrice',
      label: { en: 'Price before discount', ru: 'Цена до скидки' },
      description: { en: 'Shown struck through.', ru: 'Показывается зачёркнутой.' },
      localized: true,
    }),
    {
      name: 'images',
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      label: { en: 'Pictures', ru: 'Изображения' },
      admin: {
        description: { en: 'The first one is the cover.', ru: 'Первое — обложка.' },
      },
    },
    {
      name: 'categories',
      type: 'relationship',
      relationTo: 'product-categories',
      hasMany: true,
      label: { en: 'Categories', ru: 'Категории' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'slug',
      type: 'text',
      label: { en: 'Slug', ru: 'Адрес страницы' },
      unique: true,
      index: true,
      hooks: { beforeDuplicate: [() => null] },
      admin: {
        position: 'sidebar',
        description: {
          en: 'Made from the title on the first save when left empty.',
          ru: 'Если не заполнить, создаётся из названия при первом сохранении.',
        },
      },
    },
    {
      name: 'sku',
      type: 'text',
      label: { en: 'SKU', ru: 'Артикул' },
      unique: true,
      index: true,
      hooks: { beforeDuplicate: [() => null] },
      admin: { position: 'sidebar' },
    },
    {
      name: 'stock',
      type: 'number',
      label: { en: 'In stock', ru: 'Остаток' },
      min: 0,
      index: true,
      validate: wholeNumber,
      admin: {
        position: 'sidebar',
        step: 1,
        description: { en: 'Empty: not counted.', ru: 'Пусто: остаток не ведётся.' },
      },
    },
  ],
}
