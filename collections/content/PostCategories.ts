import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { generateSlug } from '../commerce/generateSlug.ts'

/** What posts are filed under. The smallest one is `{ "title": "…" }`. */
export const PostCategories: CollectionConfig = {
  slug: 'post-categories',
  labels: {
    singular: { en: 'Category', ru: 'Рубрика' },
    plural: { en: 'Categories', ru: 'Рубрики' },
  },
  admin: {
    group: { en: 'Content', ru: 'Контент' },
    description: { en: 'What posts are filed under.', ru: 'Рубрики блога.' },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'description', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: () => true,
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: 'slug',
  hooks: { beforeChange: [generateSlug] },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', ru: 'Название' },
      localized: true,
      required: true,
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
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', ru: 'Описание' },
      localized: true,
    },
  ],
}
