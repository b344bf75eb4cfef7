import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { generateSlug } from '../commerce/generateSlug.ts'
import { keepUsedList } from './newsletter/keepUsedList.ts'

/** What people can subscribe to. The smallest one is `{ "title": "…" }`. */
export const NewsletterLists: CollectionConfig = {
  slug: 'newsletter-lists',
  labels: {
    singular: { en: 'Newsletter list', ru: 'Список рассылки' },
    plural: { en: 'Newsletter lists', ru: 'Списки рассылки' },
  },
  admin: {
    group: { en: 'Marketing', ru: 'Маркетинг' },
    description: {
      en: 'What people subscribe to: weekly news, discounts, a course.',
      ru: 'На что подписываются люди: новости, скидки, курс.',
    },
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'isPublic', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
  },
  access: {
    create: isAdminOrManager,
    read: ({ req }) => (isStaff({ req }) ? true : { isPublic: { equals: true } }),
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: 'slug',
  hooks: { beforeChange: [generateSlug], beforeDelete: [keepUsedList] },
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
      label: { en: 'Name for forms', ru: 'Имя для форм' },
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
      name: 'isPublic',
      type: 'checkbox',
      label: { en: 'Anybody may subscribe', ru: 'Подписаться может любой' },
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
  ],
}
