import type { Field } from 'payload'

/** How a post is filed, signed and dated. */
export const postSidebar: Field[] = [
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
    name: 'author',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Author', ru: 'Автор' },
    index: true,
    defaultValue: ({ user }) => user?.id,
    admin: { position: 'sidebar' },
  },
  {
    name: 'publishedAt',
    type: 'date',
    label: { en: 'Published at', ru: 'Дата публикации' },
    index: true,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: {
        en: 'Noted when the post is first published; may be set to an earlier date.',
        ru: 'Ставится при первой публикации; можно указать более раннюю дату.',
      },
    },
  },
  {
    name: 'categories',
    type: 'relationship',
    relationTo: 'post-categories',
    hasMany: true,
    label: { en: 'Categories', ru: 'Рубрики' },
    admin: { position: 'sidebar' },
  },
  {
    name: 'tags',
    type: 'text',
    hasMany: true,
    label: { en: 'Tags', ru: 'Метки' },
    admin: { position: 'sidebar' },
  },
  {
    name: 'allowComments',
    type: 'checkbox',
    label: { en: 'Comments are open', ru: 'Комментарии открыты' },
    defaultValue: true,
    admin: { position: 'sidebar' },
  },
]
