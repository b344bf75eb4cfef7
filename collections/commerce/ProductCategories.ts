import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { wholeNumber } from '../wholeNumber.ts'
import { generateSlug } from './generateSlug.ts'
import { noCategoryCycle } from './products/noCategoryCycle.ts'

/** The shelves of the catalogue, one inside another. The smallest one is `{ "title": "…" }`. */
export const ProductCategories: CollectionConfig = {
  slug: 'product-categories',
  labels: {
    singular: { en: 'Product category', ru: 'Категория товаров' },
    plural: { en: 'Product categories', ru: 'Категории товаров' },
  },
  admin: {
    group: { en: 'Commerce', ru: 'Магазин' },
    description: {
      en: 'The shelves of the catalogue; one may stand inside another.',
      ru: 'Разделы каталога; один может находиться внутри другого.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'parent', 'position', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: () => true,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: 'position',
  hooks: { beforeChange: [noCategoryCycle, generateSlug] },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', ru: 'Название' },
      localized: true,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', ru: 'Описание' },
      localized: true,
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
          en: 'Made from the title when left empty.',
          ru: 'Если не заполнить, создаётся из названия.',
        },
      },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'product-categories',
      label: { en: 'Inside', ru: 'Внутри' },
      index: true,
      admin: { position: 'sidebar' },
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
    {
      name: 'position',
      type: 'number',
      label: { en: 'Position', ru: 'Порядок' },
      defaultValue: 0,
      index: true,
      validate: wholeNumber,
      admin: {
        position: 'sidebar',
        step: 1,
        description: { en: 'Smaller comes first.', ru: 'Меньшее стоит раньше.' },
      },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      label: { en: 'Picture', ru: 'Изображение' },
    },
  ],
}
