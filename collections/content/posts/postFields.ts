import type { Field } from 'payload'

/** What a reader sees of a post. */
export const postFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Заголовок' },
    localized: true,
    required: true,
  },
  {
    name: 'excerpt',
    type: 'textarea',
    label: { en: 'Excerpt', ru: 'Анонс' },
    localized: true,
    maxLength: 500,
    admin: {
      description: {
        en: 'Two or three sentences for lists and previews.',
        ru: 'Два-три предложения для списков и превью.',
      },
    },
  },
  {
    name: 'cover',
    type: 'upload',
    relationTo: 'media',
    label: { en: 'Cover picture', ru: 'Обложка' },
  },
  { name: 'content', type: 'richText', label: { en: 'Text', ru: 'Текст' }, localized: true },
  {
    name: 'seo',
    type: 'group',
    label: { en: 'Search engines', ru: 'Для поисковиков' },
    fields: [
      {
        name: 'title',
        type: 'text',
        label: { en: 'Page title', ru: 'Заголовок страницы' },
        localized: true,
        maxLength: 120,
        admin: {
          description: { en: 'Empty: the title of the post.', ru: 'Пусто: заголовок публикации.' },
        },
      },
      {
        name: 'description',
        type: 'textarea',
        label: { en: 'Page description', ru: 'Описание страницы' },
        localized: true,
        maxLength: 320,
        admin: { description: { en: 'Empty: the excerpt.', ru: 'Пусто: анонс.' } },
      },
    ],
  },
]
